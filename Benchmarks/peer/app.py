"""The peer of the benchmark: the same three pages from the same SQLite file by uvicorn, Jinja2 and sqlite3.

It has no sign-in and no journal, so it does less than the pages that it is compared with.
"""

import os
import sqlite3

import jinja2

database = sqlite3.connect(f"file:{os.environ['PEER_DATABASE']}?mode=ro", uri=True, check_same_thread=False)
partnership = database.execute("SELECT id FROM partnerships WHERE slug = 'force-1'").fetchone()[0]
newest = database.execute(
    "SELECT id FROM concerns WHERE partnership_id = ? ORDER BY immediate_danger DESC, received_on DESC, id DESC LIMIT 1",
    (partnership,)).fetchone()[0]
pages = jinja2.Environment(autoescape=True)
table = pages.from_string("""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Concerns</title>
<link rel="stylesheet" href="/plainsight.css"></head><body><header><nav><a href="/">My work</a><a href="/">Concerns</a></nav></header>
<main><h1>Concerns</h1><table><thead><tr><th>Reference</th><th>Where</th><th>Stage</th><th>What</th><th>Received</th></tr></thead>
<tbody>{% for row in rows %}<tr><th scope="row"><a href="/concerns/{{ row[0] }}">{{ row[1] }}</a></th><td>{{ row[5] }}, {{ row[6] }}</td>
<td>{{ row[3] }}</td><td>{{ row[8] }}</td><td>{{ row[2] }}</td></tr>{% endfor %}</tbody></table></main></body></html>""")
case = pages.from_string("""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{{ c[1] }}</title>
<link rel="stylesheet" href="/plainsight.css"></head><body><main><h1>{{ c[1] }}</h1><dl>{% for value in c %}<dt>{{ loop.index }}</dt>
<dd>{{ value }}</dd>{% endfor %}</dl><h2>Exploitation</h2><ul>{% for e in exploitation %}<li>{{ e[0] }}</li>{% endfor %}</ul>
<h2>Mentioned</h2><ul>{% for m in mentions %}<li>{{ m[0] }}</li>{% endfor %}</ul><h2>Seen by</h2><ul>{% for k in circle %}<li>{{ k[0] }}</li>
{% endfor %}</ul><h2>Timeline</h2><ol>{% for t in timeline %}<li>{{ t[0] }} {{ t[1] }}</li>{% endfor %}</ol></main></body></html>""")

COLUMNS = """SELECT c.id, c.reference, c.received_on, c.status, c.immediate_danger, c.location_type,
    (SELECT t.label FROM partnership_terms t WHERE t.id = c.town_id), c.response, c.summary FROM concerns c"""
ORDER = "ORDER BY c.immediate_danger DESC, c.received_on DESC, c.id DESC LIMIT 26"


def listing():
    rows = database.execute(f"{COLUMNS} WHERE c.partnership_id = ? AND c.is_open = 1 {ORDER}", (partnership,)).fetchall()
    return table.render(rows=rows)


def search():
    words = f'"p{partnership.replace("-", "")}" AND "minibus"* AND "wages"*'
    rows = database.execute(
        f"{COLUMNS} WHERE c.partnership_id = ? AND c.id IN (SELECT concern_id FROM concern_words WHERE concern_words MATCH ?) {ORDER}",
        (partnership, words)).fetchall()
    return table.render(rows=rows)


def one():
    def rows(statement):
        return database.execute(statement, (newest,)).fetchall()

    return case.render(
        c=rows("SELECT * FROM concerns WHERE id = ?")[0],
        exploitation=rows("SELECT exploitation_type FROM concern_exploitation WHERE concern_id = ?"),
        mentions=rows("SELECT value_text FROM mentions WHERE concern_id = ?"),
        circle=rows("SELECT organisation_id FROM circles WHERE concern_id = ?"),
        timeline=rows("SELECT at, summary FROM record_changes WHERE concern_id = ? ORDER BY at DESC LIMIT 12"))


PAGES = {"/list": listing, "/search": search, "/case": one}


async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    body = PAGES[scope["path"]]().encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html; charset=utf-8")]})
    await send({"type": "http.response.body", "body": body})
