-- Work that is followed up: what uppdrag, delaktiviteter, risks, supervision, meetings and the year need beside 0001.
-- Codes are those of domain/codes.py on the day this was written; later codes come with later migrations.

-- What has a closed_on belonged to an earlier plan.
ALTER TABLE "goals" ADD COLUMN is_financial INTEGER NOT NULL DEFAULT 0 CHECK (is_financial IN (0, 1));
ALTER TABLE "goals" ADD COLUMN closed_on TEXT CHECK (closed_on IS date(closed_on));
ALTER TABLE "value_columns" ADD COLUMN closed_on TEXT CHECK (closed_on IS date(closed_on));
ALTER TABLE "indicators" ADD COLUMN follow_up TEXT NOT NULL DEFAULT '';
ALTER TABLE "indicators" ADD COLUMN closed_on TEXT CHECK (closed_on IS date(closed_on));
ALTER TABLE "activities" ADD COLUMN closed_on TEXT CHECK (closed_on IS date(closed_on));
ALTER TABLE "assignments" ADD COLUMN kind TEXT NOT NULL DEFAULT 'plan' CHECK (kind IN ('plan', 'decision', 'member_motion', 'initiative'));
ALTER TABLE "assignments" ADD COLUMN agenda_item_id TEXT REFERENCES "agenda_items" (id);
ALTER TABLE "assignments" ADD COLUMN report_body_id TEXT REFERENCES "bodies" (id);
ALTER TABLE "assignments" ADD COLUMN report_starts_on TEXT CHECK (report_starts_on IS date(report_starts_on));
ALTER TABLE "assignments" ADD COLUMN report_recurrence TEXT NOT NULL DEFAULT '';
ALTER TABLE "assignments" ADD COLUMN status_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE "assignments" ADD COLUMN done_on TEXT CHECK (done_on IS date(done_on));
ALTER TABLE "assignments" ADD COLUMN closed_on TEXT CHECK (closed_on IS date(closed_on));
ALTER TABLE "risk_scores" ADD COLUMN comment TEXT NOT NULL DEFAULT '';
ALTER TABLE "legal_entities" ADD COLUMN owner_directive TEXT NOT NULL DEFAULT '';
ALTER TABLE "legal_entities" ADD COLUMN responsible_function TEXT NOT NULL DEFAULT '';
ALTER TABLE "legal_entities" ADD COLUMN enhanced_supervision INTEGER NOT NULL DEFAULT 0 CHECK (enhanced_supervision IN (0, 1));
ALTER TABLE "legal_entities" ADD COLUMN closed_on TEXT CHECK (closed_on IS date(closed_on));
ALTER TABLE "perspectives" ADD COLUMN question TEXT NOT NULL DEFAULT '';
ALTER TABLE "meetings" ADD COLUMN approved_on TEXT CHECK (approved_on IS date(approved_on));
ALTER TABLE "meetings" ADD COLUMN posted_on TEXT CHECK (posted_on IS date(posted_on));
ALTER TABLE "meetings" ADD COLUMN approvers TEXT NOT NULL DEFAULT '';
ALTER TABLE "agenda_items" ADD COLUMN outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'decided', 'noted', 'tabled', 'referred_back', 'withdrawn'));
ALTER TABLE "agenda_items" ADD COLUMN carried_from_id TEXT REFERENCES "agenda_items" (id);
ALTER TABLE "agenda_items" ADD COLUMN approved_at_once INTEGER NOT NULL DEFAULT 0 CHECK (approved_at_once IN (0, 1));
ALTER TABLE "agenda_items" ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE "attendances" ADD COLUMN role TEXT NOT NULL DEFAULT 'member' CHECK (role IN ('chair', 'member', 'serving_substitute', 'substitute', 'official'));

-- What a kontrollmoment shows is told once for each time that it is done.
ALTER TABLE "controls" DROP COLUMN result;
ALTER TABLE "controls" DROP COLUMN deviation;
ALTER TABLE "controls" ADD COLUMN starts_on TEXT CHECK (starts_on IS date(starts_on));
ALTER TABLE "controls" ADD COLUMN recurrence TEXT NOT NULL DEFAULT '';

CREATE TABLE "control_results" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    control_id TEXT NOT NULL REFERENCES "controls" (id),
    checked_on TEXT NOT NULL CHECK (checked_on IS date(checked_on)),
    outcome TEXT NOT NULL CHECK (outcome IN ('no_deviation', 'deviation', 'not_done')),
    text TEXT NOT NULL,
    deviation TEXT NOT NULL,
    action TEXT NOT NULL,
    meeting_id TEXT REFERENCES "meetings" (id)
) STRICT;

CREATE TABLE "milestones" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    activity_id TEXT NOT NULL REFERENCES "activities" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL,
    due_on TEXT CHECK (due_on IS date(due_on)),
    reached_on TEXT CHECK (reached_on IS date(reached_on))
) STRICT;

CREATE TABLE "function_holders" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    function TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE "plan_versions" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    decided_on TEXT CHECK (decided_on IS date(decided_on)),
    section_no TEXT NOT NULL,
    dnr TEXT NOT NULL,
    made_at TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES "blobs" (sha256),
    history_hash TEXT NOT NULL
) STRICT;

CREATE TABLE "agenda_templates" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL
) STRICT;

CREATE TABLE "agenda_template_items" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    template_id TEXT NOT NULL REFERENCES "agenda_templates" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('decision', 'information', 'notification', 'formality')),
    proposal TEXT NOT NULL,
    pulls TEXT NOT NULL CHECK (pulls IN ('nothing', 'assessments', 'assignments', 'activities', 'risks', 'controls', 'supervision', 'carried_over'))
) STRICT;

CREATE TABLE "recusals" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    attendance_id TEXT NOT NULL REFERENCES "attendances" (id),
    agenda_item_id TEXT NOT NULL REFERENCES "agenda_items" (id),
    note TEXT NOT NULL
) STRICT;

CREATE TABLE "deadline_rules" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('notice', 'material', 'approval', 'notice_posting', 'legal_force', 'member_motion', 'interim_report', 'annual_report', 'budget', 'report_back', 'supervision', 'other')),
    title TEXT NOT NULL,
    anchor TEXT NOT NULL CHECK (anchor IN ('meeting', 'approval', 'notice_posting', 'period_end', 'assignment_source', 'year')),
    offset INTEGER NOT NULL,
    offset_unit TEXT NOT NULL CHECK (offset_unit IN ('days', 'working_days', 'weeks', 'months', 'years')),
    recurrence TEXT NOT NULL,
    free_day TEXT NOT NULL CHECK (free_day IN ('keep', 'before', 'after')),
    source TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- A deadline is what a person set; what a rule gives is worked out and never stored.
DROP TABLE "deadlines";

CREATE TABLE "deadlines" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    meeting_id TEXT REFERENCES "meetings" (id),
    item_id TEXT REFERENCES "items" (id),
    kind TEXT NOT NULL CHECK (kind IN ('notice', 'material', 'approval', 'notice_posting', 'legal_force', 'member_motion', 'interim_report', 'annual_report', 'budget', 'report_back', 'supervision', 'other')),
    title TEXT NOT NULL,
    due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
    rule_id TEXT REFERENCES "deadline_rules" (id),
    anchor_on TEXT CHECK (anchor_on IS date(anchor_on)),
    note TEXT NOT NULL
) STRICT;

CREATE TABLE "question_sets" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL,
    questions TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;

CREATE TABLE "entity_reviews" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    legal_entity_id TEXT NOT NULL REFERENCES "legal_entities" (id),
    year INTEGER NOT NULL,
    verdict TEXT CHECK (verdict IN ('yes', 'partly', 'no', 'cannot_assess')),
    text TEXT NOT NULL,
    proposal TEXT NOT NULL,
    decided_on TEXT CHECK (decided_on IS date(decided_on)),
    meeting_id TEXT REFERENCES "meetings" (id),
    agenda_item_id TEXT REFERENCES "agenda_items" (id),
    section_no TEXT NOT NULL
) STRICT;

-- An event comes round again; what was asked, answered and concluded belongs to each time.
CREATE TABLE "events_now" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    perspective_id TEXT REFERENCES "perspectives" (id),
    subject_id TEXT REFERENCES "items" (id),
    forum_id TEXT REFERENCES "forums" (id),
    question_set_id TEXT REFERENCES "question_sets" (id),
    tool TEXT NOT NULL,
    responsible_function TEXT NOT NULL,
    starts_on TEXT CHECK (starts_on IS date(starts_on)),
    recurrence TEXT NOT NULL,
    closed_on TEXT CHECK (closed_on IS date(closed_on))
) STRICT;

CREATE TABLE "supervision_occasions" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    event_id TEXT NOT NULL REFERENCES "supervision_events" (id),
    planned_on TEXT CHECK (planned_on IS date(planned_on)),
    held_on TEXT NOT NULL CHECK (held_on IS date(held_on)),
    status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
    concluded TEXT NOT NULL,
    decided TEXT NOT NULL,
    meeting_id TEXT REFERENCES "meetings" (id),
    agenda_item_id TEXT REFERENCES "agenda_items" (id),
    section_no TEXT NOT NULL
) STRICT;

INSERT INTO events_now
SELECT id, position, title, title_key, perspective_id, subject_id, forum_id, NULL, tool, '', starts_on, recurrence, NULL
FROM supervision_events;

DROP TABLE "supervision_answers";
DROP TABLE "supervision_events";
ALTER TABLE "events_now" RENAME TO "supervision_events";

CREATE TABLE "supervision_answers" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    occasion_id TEXT NOT NULL REFERENCES "supervision_occasions" (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    subject_id TEXT REFERENCES "items" (id),
    question TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT;

-- Forecasts and what it came to stand beside the frames.
CREATE TABLE "frames_now" (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    line_id TEXT NOT NULL REFERENCES "budget_lines" (id),
    year INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('budget', 'plan', 'forecast', 'outcome')),
    amount TEXT NOT NULL,
    measure_unit TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

INSERT INTO frames_now SELECT id, line_id, year, kind, amount, measure_unit, note FROM budget_frames;
DROP TABLE "budget_frames";
ALTER TABLE "frames_now" RENAME TO "budget_frames";

CREATE INDEX control_results_control ON control_results (control_id, checked_on);
CREATE INDEX milestones_activity ON milestones (activity_id, position);
CREATE UNIQUE INDEX plan_versions_number ON plan_versions (number);
CREATE INDEX agenda_template_items_template ON agenda_template_items (template_id, position);
CREATE INDEX recusals_attendance ON recusals (attendance_id);
CREATE INDEX recusals_agenda_item ON recusals (agenda_item_id);
CREATE INDEX deadlines_meeting ON deadlines (meeting_id, due_on);
CREATE INDEX deadlines_item ON deadlines (item_id);
CREATE INDEX deadlines_rule ON deadlines (rule_id, anchor_on);
CREATE UNIQUE INDEX entity_reviews_year ON entity_reviews (legal_entity_id, year);
CREATE INDEX supervision_events_subject ON supervision_events (subject_id);
CREATE INDEX supervision_events_key ON supervision_events (title_key, id);
CREATE INDEX supervision_occasions_event ON supervision_occasions (event_id, held_on);
CREATE INDEX supervision_answers_occasion ON supervision_answers (occasion_id, position);
CREATE UNIQUE INDEX budget_frames_cell ON budget_frames (line_id, year, kind);
CREATE INDEX assignments_agenda_item ON assignments (agenda_item_id);
CREATE INDEX goals_closed ON goals (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX indicators_closed ON indicators (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX activities_closed ON activities (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX assignments_closed ON assignments (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX assignments_decided ON assignments (source_date, id);
CREATE INDEX assignments_open_decided ON assignments (source_date, id, kind, due_on)
WHERE closed_on IS NULL AND status IN ('not_started', 'ongoing', 'delayed');
CREATE INDEX assignments_open_key ON assignments (text_key, id, due_on)
WHERE closed_on IS NULL AND status IN ('not_started', 'ongoing', 'delayed');
CREATE INDEX assignments_open_due ON assignments (due_on, id)
WHERE closed_on IS NULL AND status IN ('not_started', 'ongoing', 'delayed');
CREATE INDEX assignments_open_report ON assignments (report_starts_on, id, report_recurrence)
WHERE closed_on IS NULL AND status IN ('not_started', 'ongoing', 'delayed');
CREATE INDEX agenda_items_carried_from ON agenda_items (carried_from_id);
CREATE INDEX legal_entities_key ON legal_entities (name_key, id);

-- Items follow the records.
CREATE TRIGGER risk_actions_item_insert AFTER INSERT ON "risk_actions" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'risk_action');
END;
CREATE TRIGGER risk_actions_item_delete AFTER DELETE ON "risk_actions" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER milestones_item_insert AFTER INSERT ON "milestones" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'milestone');
END;
CREATE TRIGGER milestones_item_delete AFTER DELETE ON "milestones" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER plan_versions_item_insert AFTER INSERT ON "plan_versions" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'plan_version');
END;
CREATE TRIGGER plan_versions_item_delete AFTER DELETE ON "plan_versions" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER entity_reviews_item_insert AFTER INSERT ON "entity_reviews" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'entity_review');
END;
CREATE TRIGGER entity_reviews_item_delete AFTER DELETE ON "entity_reviews" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER supervision_events_item_insert AFTER INSERT ON "supervision_events" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'supervision_event');
END;
CREATE TRIGGER supervision_events_item_delete AFTER DELETE ON "supervision_events" BEGIN
    DELETE FROM items WHERE id = old.id;
END;
CREATE TRIGGER supervision_occasions_item_insert AFTER INSERT ON "supervision_occasions" BEGIN
    INSERT INTO items (id, kind) VALUES (new.id, 'supervision_occasion');
END;
CREATE TRIGGER supervision_occasions_item_delete AFTER DELETE ON "supervision_occasions" BEGIN
    DELETE FROM items WHERE id = old.id;
END;

-- What could not be pointed at or found before.
INSERT INTO items (id, kind) SELECT id, 'risk_action' FROM risk_actions ORDER BY id;
INSERT INTO search (rowid, text) SELECT items.n, risk_actions.text FROM risk_actions JOIN items USING (id);
INSERT INTO search (rowid, text) SELECT items.n, budget_lines.name FROM budget_lines JOIN items USING (id);
INSERT INTO search (rowid, text) SELECT items.n, forums.name FROM forums JOIN items USING (id);
