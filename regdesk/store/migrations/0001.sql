-- The first schema: every kind of record in domain/model.py, with what keeps the records true.
-- Codes are those of domain/codes.py on the day this was written; later codes come with later migrations.

-- Anything that can be pointed at: assessed, linked, footnoted, put on an agenda. `n` is its place in the search index.
CREATE TABLE "items" (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL
) STRICT;

-- Bytes of attachments and printed sheets, by their hash.
CREATE TABLE "blobs" (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;

-- Every change in the order it was made. `changes` is JSON: [[table, id, before, after], …].
CREATE TABLE "history" (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    changes TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

-- The words of items by items.n. Kept by the program: SQLite lets no trigger of an untrusted schema write here.
CREATE VIRTUAL TABLE "search" USING fts5 (
    text, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
);

CREATE TABLE "bodies" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (kind IN ('assembly', 'executive_board', 'board', 'committee', 'administration', 'other')),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    short_name TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "org_units" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "registers" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    organisation TEXT NOT NULL,
    board_id TEXT NOT NULL REFERENCES "bodies" (id),
    plan_title TEXT NOT NULL,
    period_start INTEGER,
    period_end INTEGER,
    dnr TEXT NOT NULL,
    doc_no TEXT NOT NULL,
    model TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'adopted', 'closed'))
) STRICT;

CREATE TABLE "levels" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (kind IN ('goal_area', 'goal', 'outcome_goal', 'sub_area', 'result_goal', 'strategic_area')),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    name_plural TEXT NOT NULL,
    owner_body_id TEXT REFERENCES "bodies" (id)
) STRICT;

CREATE TABLE "goals" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    level_id TEXT NOT NULL REFERENCES "levels" (id),
    parent_id TEXT REFERENCES "goals" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    printed_number TEXT NOT NULL,
    number_inferred INTEGER NOT NULL CHECK (number_inferred IN (0, 1)),
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    owner_body_id TEXT REFERENCES "bodies" (id)
) STRICT;

CREATE TABLE "goal_states" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    goal_id TEXT REFERENCES "goals" (id),
    kind TEXT NOT NULL CHECK (kind IN ('current', 'desired')),
    year INTEGER,
    position INTEGER NOT NULL CHECK (position >= 0),
    label TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE "interim_goals" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    goal_id TEXT NOT NULL REFERENCES "goals" (id),
    year INTEGER,
    position INTEGER NOT NULL CHECK (position >= 0),
    label TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE "regional_goals" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "governing_documents" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    doc_no TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "foundations" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "agenda_goals" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    number INTEGER NOT NULL,
    title TEXT NOT NULL
) STRICT;

CREATE TABLE "links" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (kind IN ('regional_goal', 'strategy', 'foundation', 'board', 'agenda_2030', 'goal', 'duty', 'perspective')),
    source_id TEXT NOT NULL REFERENCES "items" (id),
    target_id TEXT NOT NULL REFERENCES "items" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    raw TEXT NOT NULL
) STRICT;

CREATE TABLE "aliases" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    item_id TEXT NOT NULL REFERENCES "items" (id),
    text TEXT NOT NULL
) STRICT;

CREATE TABLE "footnotes" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    item_id TEXT REFERENCES "items" (id),
    mark TEXT NOT NULL,
    text TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "attachments" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    item_id TEXT REFERENCES "items" (id),
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    included_in_decision INTEGER NOT NULL CHECK (included_in_decision IN (0, 1)),
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT REFERENCES "blobs" (sha256),
    alt_text TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "sections" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    parent_id TEXT REFERENCES "sections" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    level INTEGER NOT NULL,
    printed_number TEXT NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE "perspectives" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    name TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "secrecy_markings" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    item_id TEXT NOT NULL REFERENCES "items" (id),
    provision TEXT NOT NULL,
    marked_on TEXT NOT NULL CHECK (marked_on IS date(marked_on)),
    authority TEXT NOT NULL
) STRICT;

CREATE TABLE "imports" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE "preferences" (
    id TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE "indicators" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    goal_id TEXT NOT NULL REFERENCES "goals" (id),
    parent_id TEXT REFERENCES "indicators" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    printed_number TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    raw TEXT NOT NULL,
    table_kind TEXT NOT NULL CHECK (table_kind IN ('quantitative', 'qualitative')),
    assessment_method TEXT NOT NULL CHECK (assessment_method IN ('numeric', 'verdict')),
    is_cluster INTEGER NOT NULL CHECK (is_cluster IN (0, 1)),
    cluster_rule TEXT NOT NULL CHECK (cluster_rule IN ('none', 'all_yes', 'majority', 'worst')),
    measure_unit TEXT NOT NULL,
    justification TEXT NOT NULL,
    interpretation TEXT NOT NULL,
    criterion TEXT NOT NULL,
    source TEXT NOT NULL,
    responsible_function TEXT NOT NULL,
    start_year INTEGER
) STRICT;

CREATE TABLE "cluster_parameters" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    indicator_id TEXT NOT NULL REFERENCES "indicators" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    criterion TEXT NOT NULL
) STRICT;

CREATE TABLE "value_columns" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (kind IN ('outcome', 'target', 'baseline', 'forecast')),
    year INTEGER,
    label TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "values" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    indicator_id TEXT NOT NULL REFERENCES "indicators" (id),
    column_id TEXT NOT NULL REFERENCES "value_columns" (id),
    kind TEXT NOT NULL CHECK (kind IN ('outcome', 'target', 'baseline', 'forecast')),
    year INTEGER,
    position INTEGER NOT NULL CHECK (position >= 0),
    raw TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('blank', 'dash', 'new_indicator', 'pending', 'parsed', 'text')),
    start_year INTEGER,
    sort_number REAL
) STRICT;

CREATE TABLE "value_parts" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    value_id TEXT NOT NULL REFERENCES "values" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    comparator TEXT NOT NULL CHECK (comparator IN ('equal', 'greater', 'at_least', 'less', 'at_most', 'maintain_or_increase', 'maintain_or_decrease', 'higher_than_previous', 'lower_than_previous', 'no_later_than', 'within')),
    number TEXT,
    measure_unit TEXT NOT NULL,
    org_unit_id TEXT REFERENCES "org_units" (id),
    sex TEXT CHECK (sex IN ('K', 'M', 'T')),
    verdict TEXT CHECK (verdict IN ('yes', 'partly', 'no', 'cannot_assess')),
    year INTEGER
) STRICT;

CREATE TABLE "activities" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    goal_id TEXT NOT NULL REFERENCES "goals" (id),
    interim_goal_id TEXT REFERENCES "interim_goals" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    responsible_function TEXT NOT NULL,
    starts_on TEXT CHECK (starts_on IS date(starts_on)),
    due_on TEXT CHECK (due_on IS date(due_on)),
    status TEXT NOT NULL CHECK (status IN ('not_started', 'ongoing', 'done', 'delayed', 'dropped')),
    status_reason TEXT NOT NULL,
    progress INTEGER CHECK (progress BETWEEN 0 AND 100)
) STRICT;

CREATE TABLE "board_roles" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL
) STRICT;

CREATE TABLE "duties" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL,
    text_key TEXT NOT NULL,
    responsible_function TEXT NOT NULL
) STRICT;

CREATE TABLE "assignments" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    goal_id TEXT REFERENCES "goals" (id),
    parent_id TEXT REFERENCES "assignments" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    role TEXT NOT NULL CHECK (role IN ('lead_and_coordinate', 'board_for_administration', 'other')),
    lead_in TEXT NOT NULL,
    text TEXT NOT NULL,
    text_key TEXT NOT NULL,
    source_body_id TEXT REFERENCES "bodies" (id),
    source_date TEXT CHECK (source_date IS date(source_date)),
    source_section TEXT NOT NULL,
    dnr TEXT NOT NULL,
    receiver_function TEXT NOT NULL,
    due_kind TEXT NOT NULL CHECK (due_kind IN ('unspecified', 'date', 'ongoing')),
    due_on TEXT CHECK (due_on IS date(due_on)),
    report_plan TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('not_started', 'ongoing', 'done', 'delayed', 'dropped'))
) STRICT;

CREATE TABLE "reporting_periods" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'four_months', 'interim', 'year')),
    label TEXT NOT NULL,
    starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
    ends_on TEXT NOT NULL CHECK (ends_on IS date(ends_on))
) STRICT;

CREATE TABLE "meetings" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    body_id TEXT REFERENCES "bodies" (id),
    period_id TEXT REFERENCES "reporting_periods" (id),
    status TEXT NOT NULL CHECK (status IN ('planned', 'open', 'closed')),
    title TEXT NOT NULL,
    date TEXT NOT NULL CHECK (date IS date(date)),
    end_date TEXT CHECK (end_date IS date(end_date)),
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    place TEXT NOT NULL,
    closed_at TEXT
) STRICT;

CREATE TABLE "agenda_items" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    meeting_id TEXT NOT NULL REFERENCES "meetings" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    section_no TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    dnr TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('decision', 'information', 'notification', 'formality')),
    proposal TEXT NOT NULL,
    decision TEXT NOT NULL
) STRICT;

CREATE TABLE "agenda_subjects" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    agenda_item_id TEXT NOT NULL REFERENCES "agenda_items" (id),
    item_id TEXT NOT NULL REFERENCES "items" (id),
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "attendances" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    meeting_id TEXT NOT NULL REFERENCES "meetings" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    function TEXT NOT NULL,
    name TEXT NOT NULL,
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    note TEXT NOT NULL
) STRICT;

CREATE TABLE "deadlines" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    meeting_id TEXT REFERENCES "meetings" (id),
    item_id TEXT REFERENCES "items" (id),
    kind TEXT NOT NULL CHECK (kind IN ('notice', 'approval', 'notice_posting', 'legal_force', 'member_motion', 'interim_report', 'annual_report', 'other')),
    rule TEXT NOT NULL,
    due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
    edited INTEGER NOT NULL CHECK (edited IN (0, 1))
) STRICT;

CREATE TABLE "assignment_reports" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    assignment_id TEXT NOT NULL REFERENCES "assignments" (id),
    meeting_id TEXT REFERENCES "meetings" (id),
    agenda_item_id TEXT REFERENCES "agenda_items" (id),
    reported_on TEXT NOT NULL CHECK (reported_on IS date(reported_on)),
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('not_started', 'ongoing', 'done', 'delayed', 'dropped'))
) STRICT;

CREATE TABLE "assessments" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    item_id TEXT NOT NULL REFERENCES "items" (id),
    period_id TEXT REFERENCES "reporting_periods" (id),
    meeting_id TEXT REFERENCES "meetings" (id),
    agenda_item_id TEXT REFERENCES "agenda_items" (id),
    section_no TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'partly', 'no', 'cannot_assess')),
    justification TEXT NOT NULL,
    decided_by_id TEXT REFERENCES "bodies" (id),
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    supersedes_id TEXT REFERENCES "assessments" (id)
) STRICT;

CREATE TABLE "comments" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    item_id TEXT NOT NULL REFERENCES "items" (id),
    period_id TEXT REFERENCES "reporting_periods" (id),
    meeting_id TEXT REFERENCES "meetings" (id),
    party TEXT NOT NULL CHECK (party IN ('administration', 'board', 'union')),
    text TEXT NOT NULL,
    internal INTEGER NOT NULL CHECK (internal IN (0, 1)),
    recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE "printed_sheets" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind TEXT NOT NULL,
    meeting_id TEXT REFERENCES "meetings" (id),
    printed_at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    choices TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES "blobs" (sha256),
    history_hash TEXT NOT NULL
) STRICT;

CREATE TABLE "legal_entities" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    entity_kind TEXT NOT NULL,
    municipal_purpose TEXT NOT NULL
) STRICT;

CREATE TABLE "risks" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    text TEXT NOT NULL,
    category TEXT NOT NULL CHECK (category IN ('unspecified', 'external', 'operations', 'legal', 'it', 'reporting', 'overarching')),
    cause TEXT NOT NULL,
    consequence TEXT NOT NULL,
    responsible_function TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'mitigated', 'controlled', 'accepted', 'closed'))
) STRICT;

CREATE TABLE "risk_matrices" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    definition TEXT NOT NULL
) STRICT;

CREATE TABLE "risk_scores" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    risk_id TEXT NOT NULL REFERENCES "risks" (id),
    matrix_id TEXT NOT NULL REFERENCES "risk_matrices" (id),
    stage TEXT NOT NULL CHECK (stage IN ('initial', 'current', 'residual')),
    likelihood INTEGER NOT NULL,
    impact INTEGER NOT NULL,
    scored_on TEXT NOT NULL CHECK (scored_on IS date(scored_on)),
    meeting_id TEXT REFERENCES "meetings" (id)
) STRICT;

CREATE TABLE "risk_actions" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    risk_id TEXT NOT NULL REFERENCES "risks" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL,
    responsible_function TEXT NOT NULL,
    due_on TEXT CHECK (due_on IS date(due_on)),
    status TEXT NOT NULL CHECK (status IN ('not_started', 'ongoing', 'done', 'delayed', 'dropped'))
) STRICT;

CREATE TABLE "controls" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    risk_id TEXT REFERENCES "risks" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL,
    frequency TEXT NOT NULL,
    method TEXT NOT NULL,
    responsible_function TEXT NOT NULL,
    result TEXT NOT NULL,
    deviation TEXT NOT NULL
) STRICT;

CREATE TABLE "forums" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL
) STRICT;

CREATE TABLE "supervision_events" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    perspective_id TEXT REFERENCES "perspectives" (id),
    subject_id TEXT REFERENCES "items" (id),
    forum_id TEXT REFERENCES "forums" (id),
    tool TEXT NOT NULL,
    starts_on TEXT CHECK (starts_on IS date(starts_on)),
    recurrence TEXT NOT NULL,
    concluded TEXT NOT NULL,
    decided TEXT NOT NULL,
    meeting_id TEXT REFERENCES "meetings" (id),
    agenda_item_id TEXT REFERENCES "agenda_items" (id)
) STRICT;

CREATE TABLE "supervision_answers" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    event_id TEXT NOT NULL REFERENCES "supervision_events" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    question TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT;

CREATE TABLE "budget_lines" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL
) STRICT;

CREATE TABLE "budget_frames" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    line_id TEXT NOT NULL REFERENCES "budget_lines" (id),
    year INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('budget', 'plan')),
    amount TEXT NOT NULL,
    measure_unit TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_register ON registers ((1));
CREATE UNIQUE INDEX org_units_code ON org_units (code);
CREATE UNIQUE INDEX agenda_goals_number ON agenda_goals (number);
CREATE INDEX goals_parent ON goals (parent_id, position, id);
CREATE INDEX goals_level ON goals (level_id, position, id);
CREATE INDEX goals_key ON goals (title_key, id);
CREATE INDEX goal_states_goal ON goal_states (goal_id, position, id);
CREATE INDEX interim_goals_goal ON interim_goals (goal_id, position, id);
CREATE INDEX links_source ON links (source_id, kind, position, id);
CREATE INDEX links_target ON links (target_id, kind, position, id);
CREATE INDEX aliases_item ON aliases (item_id);
CREATE INDEX footnotes_item ON footnotes (item_id, position);
CREATE INDEX attachments_item ON attachments (item_id, position);
CREATE INDEX sections_parent ON sections (parent_id, position, id);
CREATE INDEX secrecy_markings_item ON secrecy_markings (item_id);
CREATE INDEX indicators_goal ON indicators (goal_id, position, id);
CREATE INDEX indicators_parent ON indicators (parent_id, position, id);
CREATE INDEX indicators_key ON indicators (title_key, id);
CREATE INDEX cluster_parameters_indicator ON cluster_parameters (indicator_id, position, id);
CREATE UNIQUE INDEX values_cell ON "values" (indicator_id, column_id);
CREATE INDEX values_column ON "values" (column_id, sort_number, indicator_id);
CREATE INDEX value_parts_value ON value_parts (value_id, position);
CREATE INDEX value_parts_unit ON value_parts (org_unit_id);
CREATE INDEX activities_goal ON activities (goal_id, position, id);
CREATE INDEX activities_key ON activities (title_key, id);
CREATE INDEX activities_due ON activities (due_on, id);
CREATE INDEX assignments_goal ON assignments (goal_id, position, id);
CREATE INDEX assignments_parent ON assignments (parent_id, position, id);
CREATE INDEX assignments_key ON assignments (text_key, id);
CREATE INDEX assignments_due ON assignments (due_on, id);
CREATE INDEX assignment_reports_assignment ON assignment_reports (assignment_id, reported_on, id);
CREATE INDEX meetings_date ON meetings (date, id);
CREATE INDEX agenda_items_meeting ON agenda_items (meeting_id, position, id);
CREATE INDEX agenda_subjects_agenda_item ON agenda_subjects (agenda_item_id, position, id);
CREATE INDEX agenda_subjects_item ON agenda_subjects (item_id);
CREATE INDEX attendances_meeting ON attendances (meeting_id, position, id);
CREATE INDEX deadlines_meeting ON deadlines (meeting_id, due_on);
CREATE INDEX deadlines_item ON deadlines (item_id);
CREATE INDEX assessments_item ON assessments (item_id, recorded_at, id);
CREATE INDEX assessments_meeting ON assessments (meeting_id, item_id);
CREATE INDEX assessments_period ON assessments (period_id, item_id);
CREATE UNIQUE INDEX assessments_supersedes ON assessments (supersedes_id);
CREATE INDEX comments_item ON comments (item_id, recorded_at);
CREATE INDEX comments_meeting ON comments (meeting_id);
CREATE INDEX printed_sheets_meeting ON printed_sheets (meeting_id);
CREATE INDEX risks_key ON risks (title_key, id);
CREATE INDEX risk_scores_risk ON risk_scores (risk_id, stage, scored_on);
CREATE INDEX risk_actions_risk ON risk_actions (risk_id, position);
CREATE INDEX controls_risk ON controls (risk_id, position);
CREATE INDEX supervision_events_subject ON supervision_events (subject_id);
CREATE INDEX supervision_answers_event ON supervision_answers (event_id, position);
CREATE UNIQUE INDEX budget_frames_cell ON budget_frames (line_id, year, kind);

-- What was recorded stays as it was recorded.
CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER assessments_no_update BEFORE UPDATE ON assessments BEGIN SELECT RAISE(ABORT, 'assessments are superseded'); END;
CREATE TRIGGER blobs_no_update BEFORE UPDATE ON blobs BEGIN SELECT RAISE(ABORT, 'blobs are named by their content'); END;

-- Items follow the records.
CREATE TRIGGER registers_item_insert AFTER INSERT ON "registers" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'register');
END;
CREATE TRIGGER registers_item_delete AFTER DELETE ON "registers" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER bodies_item_insert AFTER INSERT ON "bodies" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'body');
END;
CREATE TRIGGER bodies_item_delete AFTER DELETE ON "bodies" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER goals_item_insert AFTER INSERT ON "goals" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'goal');
END;
CREATE TRIGGER goals_item_delete AFTER DELETE ON "goals" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER goal_states_item_insert AFTER INSERT ON "goal_states" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'goal_state');
END;
CREATE TRIGGER goal_states_item_delete AFTER DELETE ON "goal_states" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER interim_goals_item_insert AFTER INSERT ON "interim_goals" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'interim_goal');
END;
CREATE TRIGGER interim_goals_item_delete AFTER DELETE ON "interim_goals" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER regional_goals_item_insert AFTER INSERT ON "regional_goals" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'regional_goal');
END;
CREATE TRIGGER regional_goals_item_delete AFTER DELETE ON "regional_goals" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER governing_documents_item_insert AFTER INSERT ON "governing_documents" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'governing_document');
END;
CREATE TRIGGER governing_documents_item_delete AFTER DELETE ON "governing_documents" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER foundations_item_insert AFTER INSERT ON "foundations" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'foundation');
END;
CREATE TRIGGER foundations_item_delete AFTER DELETE ON "foundations" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER agenda_goals_item_insert AFTER INSERT ON "agenda_goals" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'agenda_goal');
END;
CREATE TRIGGER agenda_goals_item_delete AFTER DELETE ON "agenda_goals" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER attachments_item_insert AFTER INSERT ON "attachments" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'attachment');
END;
CREATE TRIGGER attachments_item_delete AFTER DELETE ON "attachments" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER sections_item_insert AFTER INSERT ON "sections" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'section');
END;
CREATE TRIGGER sections_item_delete AFTER DELETE ON "sections" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER perspectives_item_insert AFTER INSERT ON "perspectives" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'perspective');
END;
CREATE TRIGGER perspectives_item_delete AFTER DELETE ON "perspectives" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER indicators_item_insert AFTER INSERT ON "indicators" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'indicator');
END;
CREATE TRIGGER indicators_item_delete AFTER DELETE ON "indicators" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER cluster_parameters_item_insert AFTER INSERT ON "cluster_parameters" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'cluster_parameter');
END;
CREATE TRIGGER cluster_parameters_item_delete AFTER DELETE ON "cluster_parameters" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER activities_item_insert AFTER INSERT ON "activities" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'activity');
END;
CREATE TRIGGER activities_item_delete AFTER DELETE ON "activities" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER board_roles_item_insert AFTER INSERT ON "board_roles" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'board_role');
END;
CREATE TRIGGER board_roles_item_delete AFTER DELETE ON "board_roles" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER duties_item_insert AFTER INSERT ON "duties" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'duty');
END;
CREATE TRIGGER duties_item_delete AFTER DELETE ON "duties" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER assignments_item_insert AFTER INSERT ON "assignments" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'assignment');
END;
CREATE TRIGGER assignments_item_delete AFTER DELETE ON "assignments" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER meetings_item_insert AFTER INSERT ON "meetings" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'meeting');
END;
CREATE TRIGGER meetings_item_delete AFTER DELETE ON "meetings" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER agenda_items_item_insert AFTER INSERT ON "agenda_items" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'agenda_item');
END;
CREATE TRIGGER agenda_items_item_delete AFTER DELETE ON "agenda_items" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER legal_entities_item_insert AFTER INSERT ON "legal_entities" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'legal_entity');
END;
CREATE TRIGGER legal_entities_item_delete AFTER DELETE ON "legal_entities" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER risks_item_insert AFTER INSERT ON "risks" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'risk');
END;
CREATE TRIGGER risks_item_delete AFTER DELETE ON "risks" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER controls_item_insert AFTER INSERT ON "controls" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'control');
END;
CREATE TRIGGER controls_item_delete AFTER DELETE ON "controls" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER forums_item_insert AFTER INSERT ON "forums" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'forum');
END;
CREATE TRIGGER forums_item_delete AFTER DELETE ON "forums" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER supervision_events_item_insert AFTER INSERT ON "supervision_events" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'supervision_event');
END;
CREATE TRIGGER supervision_events_item_delete AFTER DELETE ON "supervision_events" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER budget_lines_item_insert AFTER INSERT ON "budget_lines" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'budget_line');
END;
CREATE TRIGGER budget_lines_item_delete AFTER DELETE ON "budget_lines" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
