/**
 * `csv`: every entry as it is, for whoever computes. `journal`: lines for the journal of an accounting
 * program (kassekladde), as e-conomic, Dinero and Billy import them; decision 0018 says why this one.
 */
export const EXPORT_FORMATS = ['csv', 'journal'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
