import { paragraph } from './layout.ts';

/** What staff wrote, with its paragraphs and line breaks. */
export const PARAGRAPHS_HTML = `{% for lines in paragraphs %}${paragraph(
  '{% for line in lines %}{{ line }}{% unless forloop.last %}<br>{% endunless %}{% endfor %}',
)}{% endfor %}`;

export const PARAGRAPHS_TEXT = '{{ body }}';
