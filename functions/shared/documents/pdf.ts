import PDFDocument from 'pdfkit';
import type { Drawing } from './drawing.ts';
import { BOLD, REGULAR } from './fonts.ts';

/**
 * Printed pages out of blocks. A block knows how high it is at a width and draws itself there; the
 * sheet puts blocks under each other and begins a new page before one that would not fit.
 *
 * pdfkit and its fonts are 2.6 MB: import this file dynamically, so that it becomes a file of its own
 * beside the function's bundle and is read only when somebody asks for a PDF.
 */
export type Block = {
  height(width: number): number;
  draw(x: number, y: number, width: number): void;
  /** what it can be broken into when a whole page is not enough for it */
  parts?: readonly Block[];
};

type TextStyle = {
  /** points */
  size?: number;
  bold?: boolean;
  color?: string;
  align?: 'left' | 'right';
};

const MARGIN = 48;
const FOOTER = 24;
const INK = '#1d2330';
export const QUIET = '#5b6472';
const LINE = '#c9ced6';
/** A longer paragraph is broken here, so that it can go on over the page. */
const LONGEST_PARAGRAPH = 1_200;

export type Sheet = ReturnType<typeof openSheet>;

/** An empty A4 document. `footer` is printed on every page, beside "page / pages". */
export function openSheet(about: {
  title: string;
  author: string;
  language: string;
  createdAt: Date;
  footer: string;
}) {
  const document = new PDFDocument({
    size: 'A4',
    // our own blocks break the pages: pdfkit would add one in the middle of a line
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    bufferPages: true,
    lang: about.language,
    displayTitle: true,
    // none yet: the standard ones are files beside pdfkit that no bundle has, and know few letters
    font: null as unknown as string,
    info: { Title: about.title, Author: about.author, CreationDate: about.createdAt },
  });
  document.registerFont('regular', REGULAR);
  document.registerFont('bold', BOLD);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });

  const width = document.page.width - 2 * MARGIN;
  const bottom = document.page.height - MARGIN - FOOTER;
  let y = MARGIN;

  function write(value: string, style: TextStyle) {
    const { size = 9, bold = false, color = INK, align = 'left' } = style;
    document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color);
    return { value, options: { align, lineGap: size * 0.12 } };
  }

  function text(content: string, style: TextStyle = {}): Block {
    const clean = printable(content);
    const pieces = clean.length > LONGEST_PARAGRAPH ? split(clean) : [];
    return {
      height: once((across) => {
        const { value, options } = write(clean, style);
        return document.heightOfString(value, { ...options, width: across });
      }),
      draw: (x, top, across) => {
        const { value, options } = write(clean, style);
        document.text(value, x, top, { ...options, width: across });
      },
      ...(pieces.length > 1 && { parts: pieces.map((piece) => text(piece, style)) }),
    };
  }

  /** Blocks under each other. */
  function stack(blocks: readonly Block[], gap = 2): Block {
    return {
      height: (across) =>
        blocks.reduce((sum, block) => sum + block.height(across), 0) +
        gap * Math.max(0, blocks.length - 1),
      draw: (x, top, across) => {
        let at = top;
        for (const block of blocks) {
          block.draw(x, at, across);
          at += block.height(across) + gap;
        }
      },
      parts: blocks,
    };
  }

  /** Blocks beside each other; `share` is each one's part of the width. */
  function row(cells: readonly { share: number; block: Block }[], gap = 12): Block {
    const whole = cells.reduce((sum, { share }) => sum + share, 0);
    const placed = (across: number) => {
      const free = across - gap * (cells.length - 1);
      let x = 0;
      return cells.map(({ share, block }) => {
        const cell = { x, width: (free * share) / whole, block };
        x += cell.width + gap;
        return cell;
      });
    };
    return {
      height: (across) => Math.max(0, ...placed(across).map((c) => c.block.height(c.width))),
      draw: (x, top, across) => {
        for (const cell of placed(across)) cell.block.draw(x + cell.x, top, cell.width);
      },
    };
  }

  /** Name and value, line by line. */
  function facts(lines: readonly (readonly [name: string, value: string])[], size = 9): Block {
    return stack(
      lines.map(([name, value]) =>
        row(
          [
            { share: 1, block: text(name, { size, color: QUIET }) },
            { share: 3, block: text(value, { size }) },
          ],
          6,
        ),
      ),
      1,
    );
  }

  /** A thin line across, with air around it. */
  function rule(air = 6): Block {
    return {
      height: () => 2 * air,
      draw: (x, top, across) => {
        document
          .moveTo(x, top + air)
          .lineTo(x + across, top + air)
          .lineWidth(0.6)
          .strokeColor(LINE)
          .stroke();
      },
    };
  }

  /** A drawn signature, fitted into a box of this height. */
  function drawing({ strokes, width: wide, height: high }: Drawing, height: number): Block {
    return {
      height: () => height,
      draw: (x, top, across) => {
        const scale = Math.min(across / wide, height / high);
        document.lineWidth(1).lineCap('round').lineJoin('round').strokeColor(INK);
        for (const [first, ...rest] of strokes) {
          if (!first) continue;
          document.moveTo(x + first[0] * scale, top + first[1] * scale);
          // a dot is a line that ends where it began
          for (const [px, py] of rest.length > 0 ? rest : [first]) {
            document.lineTo(x + px * scale, top + py * scale);
          }
          document.stroke();
        }
      },
    };
  }

  function space(height: number): Block {
    return { height: () => height, draw: () => undefined };
  }

  /** Prints a block, on a new page when it does not fit on this one. */
  function put(block: Block): void {
    const height = block.height(width);
    if (y + height > bottom) {
      if (block.parts && height > bottom - MARGIN) {
        for (const part of block.parts) put(part);
        return;
      }
      if (y > MARGIN) {
        document.addPage();
        y = MARGIN;
      }
    }
    block.draw(MARGIN, y, width);
    y += height;
  }

  /** The finished PDF. */
  async function finish(): Promise<Buffer> {
    const { count } = document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      document.switchToPage(page);
      const line = row([
        { share: 5, block: text(about.footer, { size: 7, color: QUIET }) },
        {
          share: 1,
          block: text(`${page + 1} / ${count}`, { size: 7, color: QUIET, align: 'right' }),
        },
      ]);
      line.draw(MARGIN, document.page.height - MARGIN, width);
    }
    document.end();
    return ended;
  }

  return { text, stack, row, facts, rule, drawing, space, put, finish };
}

/** A height is asked for at every level of nesting, and shaping text is what a PDF's time goes into. */
function once(height: (width: number) => number): (width: number) => number {
  const known = new Map<number, number>();
  return (width) => {
    const found = known.get(width) ?? height(width);
    known.set(width, found);
    return found;
  };
}

/** One way to write each letter, no control characters and none that turn the direction of writing. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[^\P{Cc}\n]|\p{Cf}/gu, '');
}

/** Pieces of bounded length, broken between words where there are any. */
function split(text: string): string[] {
  return (
    text.match(
      new RegExp(`[\\s\\S]{1,${LONGEST_PARAGRAPH}}(?:\\s|$)|[\\s\\S]{1,${LONGEST_PARAGRAPH}}`, 'g'),
    ) ?? []
  );
}
