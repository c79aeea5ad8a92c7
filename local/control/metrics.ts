import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What CloudWatch would show of one metric, over all that was told since this start. */
export type LocalMetric = {
  namespace: string;
  name: string;
  unit: string;
  dimensions: Record<string, string>;
  /** how often it was told */
  samples: number;
  sum: number;
  maximum: number;
};

type EmfLine = Record<string, unknown> & {
  _aws: {
    CloudWatchMetrics: {
      Namespace: string;
      Dimensions: string[][];
      Metrics: { Name: string; Unit?: string }[];
    }[];
  };
};

/**
 * The figures that functions tell in the embedded metric format, summed as CloudWatch sums them: read
 * from the lines that they have logged since this was made.
 */
export class LocalMetrics {
  readonly #logsDir: string;
  /** where an earlier run's lines end, by file */
  readonly #from: ReadonlyMap<string, number>;

  constructor(logsDir: string) {
    this.#logsDir = logsDir;
    this.#from = new Map(
      readdirSync(logsDir).map((file) => [file, statSync(join(logsDir, file)).size]),
    );
  }

  list(): LocalMetric[] {
    const metrics = new Map<string, LocalMetric>();
    for (const file of readdirSync(this.#logsDir)) {
      const whole = readFileSync(join(this.#logsDir, file));
      const lines = whole.subarray(this.#from.get(file) ?? 0).toString('utf8');
      for (const line of lines.split('\n')) {
        if (line.includes('"_aws"')) addLine(metrics, line);
      }
    }
    return [...metrics.values()].sort((a, b) => a.name.localeCompare(b.name));
  }
}

function addLine(metrics: Map<string, LocalMetric>, text: string): void {
  const line = parse(text);
  for (const { Namespace, Dimensions, Metrics } of line?._aws.CloudWatchMetrics ?? []) {
    for (const names of Dimensions) {
      const dimensions = Object.fromEntries(names.map((name) => [name, String(line?.[name])]));
      for (const { Name, Unit = 'None' } of Metrics) {
        const key = JSON.stringify([Namespace, Name, dimensions]);
        const metric = metrics.get(key) ?? {
          ...{ namespace: Namespace, name: Name, unit: Unit, dimensions },
          ...{ samples: 0, sum: 0, maximum: Number.NEGATIVE_INFINITY },
        };
        for (const value of [line?.[Name]].flat().map(Number)) {
          metric.samples += 1;
          metric.sum += value;
          metric.maximum = Math.max(metric.maximum, value);
        }
        metrics.set(key, metric);
      }
    }
  }
}

/** Null for half a line: its function is writing it just now. */
function parse(text: string): EmfLine | null {
  try {
    return JSON.parse(text) as EmfLine;
  } catch {
    return null;
  }
}
