package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What a takeover would write, and what the host has to say or know. */
public final class TakeoverPlan {

    private final List<String> questions;
    private final List<Step> baseline;
    private final List<Step> additions;
    private final Map<String, String> entities;
    private final List<String> notes;
    private final Optional<DataSource> untried;

    TakeoverPlan(
            List<String> questions,
            List<Step> baseline,
            List<Step> additions,
            Map<String, String> entities,
            List<String> notes) {
        this(questions, baseline, additions, entities, notes, Optional.empty());
    }

    private TakeoverPlan(
            List<String> questions,
            List<Step> baseline,
            List<Step> additions,
            Map<String, String> entities,
            List<String> notes,
            Optional<DataSource> untried) {
        this.untried = untried;
        this.questions = List.copyOf(questions);
        this.baseline = List.copyOf(baseline);
        this.additions = List.copyOf(additions);
        this.entities = entities;
        this.notes = List.copyOf(notes);
    }

    /** {@return what the host has to say first; while there is one nothing is written} */
    public List<String> questions() {
        return questions;
    }

    /** {@return the tables as they were found, a few words each} */
    public List<String> baseline() {
        return baseline.stream().map(Step::words).toList();
    }

    /**
     * {@return what our superclasses need besides, or what has come since, safe on a table in use, a few words each}
     */
    public List<String> additions() {
        return additions.stream().map(Step::words).toList();
    }

    /** {@return the proposed entities: simple class name to source text} */
    public Map<String, String> entities() {
        return entities;
    }

    /** {@return what the host should know} */
    public List<String> notes() {
        return notes;
    }

    /**
     * {@return the same plan after its baseline was tried} A schema is made in the database and dropped; the baseline
     * runs in it and has to make the tables that were found. Where it does not, questions say so; where the role may
     * not make a schema, a note does.
     */
    public TakeoverPlan replayed() {
        if (untried.isEmpty() || !questions.isEmpty()) {
            return this;
        }
        BaselineReplay.Outcome outcome = new BaselineReplay(untried.get(), baseline, additions).run();
        List<String> all = new ArrayList<>(notes);
        all.addAll(outcome.notes());
        return new TakeoverPlan(outcome.differences(), baseline, additions, entities, all);
    }

    TakeoverPlan foundIn(DataSource database) {
        return new TakeoverPlan(questions, baseline, additions, entities, notes, Optional.of(database));
    }

    TakeoverPlan asking(List<String> more) {
        List<String> all = new ArrayList<>(questions);
        all.addAll(more);
        return new TakeoverPlan(all, baseline, additions, entities, notes);
    }

    List<Step> baselineSteps() {
        return baseline;
    }

    List<Step> additionSteps() {
        return additions;
    }
}
