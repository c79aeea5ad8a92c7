/** What a browser may do with a document of ours: show it with its own style, nothing else. */
export const DOCUMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'";
