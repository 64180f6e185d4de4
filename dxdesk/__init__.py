"""dxdesk: a desk for a Japanese town's DX plan.

A committee's rules in the middle, four doors to the world, and one way to change anything.

    domain      the rules, plain Python: plans, cycles, replies, statuses, meetings, minutes, board, calendar
    store       the disk: opening and guarding a database, tables, migrations, queries, backups
    exchange    files from and to other people: packs, packages, spreadsheets, public versions
    documents   paper: one typesetting room and one file per document
    operations  the verbs, each whole or not at all: open a cycle, hand in, accept, consolidate, close
    desk        the two gates, without Qt: `ask` reads, `do` changes and tells its subscribers what it touched
    ui          the screens, a folder each
    cli         the same verbs and questions from the command line
    app         joins everything once: paths, store, desk, window

`wording` holds what people read (labels, order, sentences), `phrases` where Japanese text may break, `paths` where
files live, `preferences` what was chosen for one PC, `file_types` what a double click on a file starts.

`app, cli` may import `ui`, that `desk`, that `operations`, that `store`, `exchange` and `documents` (strangers to each
other), and these `domain`, which knows nobody. Where a line belongs: allowed or not, and what it means: domain. SQL or
a column: store. A thing the clerk does that is whole or not at all: operations. A file someone else opens: exchange.
Ink: documents. Values into cells, colours, tooltips: ui/<screen>/model.py. Widgets and clicks: ui/<screen>/page.py.
A label, an order, a sentence: wording. A path: paths. Needed in two rooms: the lower one, under a real noun.
"""
