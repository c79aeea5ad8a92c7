/** The page's whole appearance; light or dark as the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#ddd, #444); --soft: light-dark(#f4f4f2, #222); }
* { box-sizing: border-box; }
body { margin: 0; display: flex; font: 16px/1.5 system-ui, sans-serif; }
nav { flex: 0 0 22rem; height: 100vh; overflow: auto; position: sticky; top: 0; padding: 1rem;
  border-right: 1px solid var(--line); font-size: .8rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { overflow-wrap: anywhere; padding: .15rem 0; }
nav h2 { font-size: .9rem; margin: 1rem 0 .2rem; }
.title { font-size: 1rem; font-weight: 600; margin: 0; }
main { flex: 1; min-width: 0; max-width: 60rem; padding: 1rem 2rem 4rem; }
main > h2 { margin-top: 3rem; border-bottom: 2px solid var(--line); }
section { border: 1px solid var(--line); border-radius: .5rem; padding: 0 1rem .75rem; margin: 1rem 0; }
section li { overflow-wrap: anywhere; }
h3 { font-size: 1.05rem; overflow-wrap: anywhere; }
h4 { margin: .75rem 0 .25rem; }
a { color: inherit; }
code { background: var(--soft); border-radius: .2rem; padding: .05rem .25rem; font-size: .9em; }
em { opacity: .75; }
.type { margin: .25rem 0; font-size: .85rem; opacity: .75; }
details { border-top: 1px solid var(--line); padding: .25rem 0; }
summary { cursor: pointer; font-weight: 600; }
b { display: inline-block; min-width: 3.4em; }
.get { color: light-dark(#05633c, #6fd3a5); } .post { color: light-dark(#0b4fa0, #84b6f4); }
.patch, .put { color: light-dark(#8a4b00, #f0b35f); } .delete { color: light-dark(#a3161c, #f28b8f); }
@media (max-width: 50rem) { body { display: block; } nav { height: auto; position: static; border: 0; } }
`;
