/**
 * The page behind `{portal}/sign/{token}`, as a frontend would do it in four calls: what is to be
 * signed, signing in, and a signature for each module that waits. `token` is put in escaped.
 */
export function signingContent(token: string): string {
  return `<p>The link of a signature request leads here. The frontend calls <code>GET /signing/{token}</code>,
    lets the student sign in (<code>POST /sessions</code>) and signs each module that waits
    (<code>POST .../modules/{moduleId}/student-signature</code>); so does this page.</p>
    <pre id="lesson">...</pre>
    <form><p><label>E-mail <input name="email" type="email" required></label></p>
    <p><label>Password <input name="password" type="password" required></label></p>
    <p><label>Your name <input name="name" required></label></p>
    <button>Sign</button></form><pre id="answer"></pre>
    <script>
      const token = '${token}';
      const show = (id, text) => { document.querySelector(id).textContent = text; };
      const post = (path, body, access) => fetch('/api' + path, {
        method: 'POST', body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...(access && { authorization: 'Bearer ' + access }) } });
      const opened = fetch('/api/signing/' + token).then((response) => response.json());
      opened.then((page) => show('#lesson', JSON.stringify(page, null, 2)));
      document.querySelector('form').addEventListener('submit', async (event) => {
        event.preventDefault();
        const { email, password, name } = Object.fromEntries(new FormData(event.target));
        const page = await opened;
        const session = await (await post('/sessions', { email, password })).json();
        if (!session.accessToken) return show('#answer', session.detail ?? 'not signed in');
        const told = [];
        for (const { moduleId, title, state } of page.modules) {
          if (state !== 'awaiting_student') continue;
          const path = '/schools/' + page.schoolId + '/students/' + page.studentId +
            '/modules/' + moduleId + '/student-signature';
          const body = { bookingId: page.bookingId, signature: { name } };
          const answer = await post(path, body, session.accessToken);
          told.push(answer.status + ' ' + title);
        }
        show('#answer', told.join('\\n'));
      });
    </script>`;
}
