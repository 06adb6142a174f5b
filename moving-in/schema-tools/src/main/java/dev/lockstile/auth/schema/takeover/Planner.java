package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.database.UpdateTrigger;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.sql.Names;
import dev.lockstile.auth.schema.internal.sql.SuperclassValues;
import dev.lockstile.auth.schema.internal.step.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts an adoption together: part by part, old tables first. */
final class Planner {

    private final TakeoverOptions options;
    private final Shape shape;
    private final PartMapper mapper;
    private final OldSchema old;
    private final SchemaRules rules;
    private final KeySequences sequences;
    private final List<UpdateTrigger> triggers;
    private final List<String> questions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Step> additions = new ArrayList<>();
    private final Map<ModelPart, MatchedTable> parts = new LinkedHashMap<>();

    Planner(TakeoverOptions options, OldSchema old, PartMapper mapper) {
        this.options = options;
        this.shape = old.shape();
        this.rules = new SchemaRules(old.partitioned(), new KeyAdvice(old.sequences(), old.dbms()));
        this.sequences = old.sequences();
        this.triggers = old.triggers();
        this.mapper = mapper;
        this.old = old;
    }

    TakeoverPlan plan() throws SQLException {
        TableFinder finder = new TableFinder(shape, old.parts(), options, questions);
        TableShape user = finder.find(ModelPart.USER, null);
        if (user == null) {
            return new TakeoverPlan(questions, List.of(), List.of(), Map.of(), List.of());
        }
        for (ModelPart part : parts(user)) {
            TableShape old = part == ModelPart.USER ? user : finder.find(part, user);
            if (old == null) {
                create(part, user);
            } else {
                adopt(part, old, user);
            }
        }
        unknownColumns();
        if (!questions.isEmpty()) {
            return new TakeoverPlan(questions, List.of(), List.of(), Map.of(), notes);
        }
        notes.addAll(found().leftOut());
        return new TakeoverPlan(questions, found().baseline(), additions, entities(), notes);
    }

    /** All parts, those of second factors where the old system has some. */
    private List<ModelPart> parts(TableShape user) {
        List<String> marks = FactorMarks.of(shape, user);
        if (!marks.isEmpty()) {
            notes.add(
                    "second factors may lie in " + String.join(", ", marks)
                            + ": entities that keep them are proposed, so that the import brings factors along or locks the account");
        }
        boolean passkeys = FactorMarks.tellPasskeys(marks);
        return Stream.of(ModelPart.values())
                .filter(part -> !part.isOfFactors() || !marks.isEmpty() && (part != ModelPart.PASSKEY || passkeys))
                .toList();
    }

    /** What is said of a column that is not there would be forgotten in silence. */
    private void unknownColumns() {
        Set<String> known = new TreeSet<>();
        parts.values().stream()
                .filter(MatchedTable::isOld)
                .forEach(found -> found.table().columns().forEach(column -> {
                    known.add(found.table().name() + "." + column.name());
                    if (found.part() == ModelPart.USER) {
                        known.add(column.name());
                    }
                }));
        options.fills().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> questions.add("--fill " + name + ": no column of that name is taken over"));
        options.columns().forEach((attribute, column) -> {
            if (!known.contains(column)) {
                questions.add("--column " + attribute + "=" + column + ": the users have no such column");
            }
        });
    }

    private void adopt(ModelPart part, TableShape old, TableShape user) {
        Optional<String> trouble = rules.against(part, old, user);
        if (trouble.isPresent()) {
            questions.add(trouble.get());
            return;
        }
        MatchedTable found = mapper.onto(part, old, user).withSequence(sequences.of(old));
        parts.put(part, found);
        OpenColumns open = new OpenColumns(found, this.old.rules(), options.fills(), this.old.dbms());
        List<Step> steps =
                new Additions(found, SuperclassValues.all(), notes).steps(mapper.template(part), open.steps(questions));
        rules.against(old, steps).ifPresent(questions::add);
        additions.addAll(steps);
        notes.addAll(mapper.unshared(found));
        List<String> filled = steps.stream()
                .filter(Step.Fill.class::isInstance)
                .map(step -> ((Step.Fill) step).column())
                .toList();
        triggers.stream()
                .filter(trigger -> !filled.isEmpty() && trigger.table().equals(old.name()))
                .forEach(trigger -> notes.add(trigger.note(filled)));
    }

    /** A table of its own: codes, sessions and links always, the others where the old system has none. */
    private void create(ModelPart part, TableShape user) {
        TableShape template = mapper.template(part);
        String name = freeName(part);
        if (isOurs(name.replaceFirst("^lockstile_", ""), template)) {
            questions.add(
                    "the table " + name.replaceFirst("^lockstile_", "") + " is this library's own: the database is"
                            + " taken over already. Use the changelog of that takeover, or drop the table if it is left of a trial");
            return;
        }
        ColumnShape userKey =
                CatalogueTypes.neutral(user.column(user.key().get(0)).orElseThrow());
        List<ColumnShape> columns = template.columns().stream()
                .map(c -> c.name().equals("user_id")
                        ? new ColumnShape(c.name(), userKey.type(), c.nullable(), false, null)
                        : c)
                .toList();
        List<IndexShape> indexes = new ArrayList<>();
        template.indexes()
                .forEach(i -> indexes.add(new IndexShape(
                        Names.of(i.unique() ? "uq" : "ix", name, i.columns()), i.columns(), i.unique())));
        List<ForeignKeyShape> references = template.foreignKeys().stream()
                .map(k -> new ForeignKeyShape(Names.of("fk", name, k.columns()), k.columns(), user.name(), user.key()))
                .toList();
        TableShape table = new TableShape(name, columns, template.key(), indexes, references);
        additions.add(new Step.CreateTable(OwnColumns.stored(table)));
        indexes.stream()
                .filter(i -> !i.unique() || i.columns().size() > 1)
                .forEach(i -> additions.add(new Step.AddIndex(name, i, true)));
        references.forEach(k -> additions.add(
                new Step.AddIndex(name, new IndexShape(Names.of("ix", name, k.columns()), k.columns(), false), true)));
        parts.put(part, new MatchedTable(part, table, false, mapper.plain(part)));
    }

    private String freeName(ModelPart part) {
        String name = "auth_" + part.entity().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return shape.tables().containsKey(name) ? "lockstile_" + name : name;
    }

    private boolean isOurs(String name, TableShape template) {
        TableShape there = shape.tables().get(name);
        return there != null
                && template.columns().stream()
                        .allMatch(c -> there.column(c.name()).isPresent());
    }

    private FoundTables found() {
        return new FoundTables(
                old, parts.values().stream().filter(MatchedTable::isOld).toList());
    }

    private Map<String, String> entities() {
        Map<String, String> texts = new LinkedHashMap<>();
        parts.forEach((part, found) -> texts.put(part.entity(), EntityText.of(options.packageName(), found)));
        return texts;
    }
}
