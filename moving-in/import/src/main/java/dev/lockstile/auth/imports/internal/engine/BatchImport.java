package dev.lockstile.auth.imports.internal.engine;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.plan.PersonPlanner;
import dev.lockstile.auth.imports.internal.engine.plan.PlanningInput;
import dev.lockstile.auth.imports.internal.engine.snapshot.HashingEffort;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;
import dev.lockstile.auth.imports.internal.engine.write.PersonPlan;
import dev.lockstile.auth.imports.internal.engine.write.PlanWriter;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Imports one batch: reads the target, plans each person, writes all of them and counts. A batch that the store refuses
 * is halved until only the refused person is left out. When the database is unavailable the run ends instead, since no
 * row causes that. One instance per batch.
 */
public final class BatchImport {

    private final AuthStore store;
    private final SecondRowRules secondRowRules;
    private final PersonPlanner planner;
    private final boolean looksForChanges;
    private final LegacyPasswords passwords;
    private final HashingEffort effort;
    private final KeptIds ids;
    private final PlanWriter writer;
    private final BiConsumer<AuthTx, RunCounts> checkpoint;
    private final RunCounts countsOfParts = new RunCounts();

    /** @param checkpoint records the counts of the whole batch, in the last transaction of the batch */
    public BatchImport(
            AuthStore store, PlanningInput planningInput, PlanWriter writer, BiConsumer<AuthTx, RunCounts> checkpoint) {
        this.store = store;
        this.secondRowRules = planningInput.secondRowRules();
        this.passwords = planningInput.passwords();
        this.effort = planningInput.effort();
        this.ids = planningInput.ids();
        this.looksForChanges = planningInput.updating().policy() != UpdatePolicy.NONE;
        this.planner = new PersonPlanner(store, planningInput);
        this.writer = writer;
        this.checkpoint = checkpoint;
    }

    /** Imports the people and returns the counts. */
    public RunCounts run(List<PersonDraft> people) {
        TargetSnapshot target = readTarget(people, false);
        passwords.prepare(people, target, effort);
        Attempt whole = attempt(people, target, true);
        if (whole.refusal().isEmpty()) {
            return whole.runCounts();
        }
        halve(people);
        writer.write(List.of(), tx -> checkpoint.accept(tx, countsOfParts));
        return countsOfParts;
    }

    private void importPart(List<PersonDraft> people) {
        Attempt attempt = attempt(people, readTarget(people, false), false);
        if (attempt.refusal().isPresent()) {
            halve(people);
        } else {
            countsOfParts.add(attempt.runCounts());
        }
    }

    private void halve(List<PersonDraft> people) {
        int half = people.size() / 2;
        if (half == 0) {
            importAlone(people.get(0));
        } else {
            importPart(people.subList(0, half));
            importPart(people.subList(half, people.size()));
        }
    }

    /**
     * Tries one person with the owners of all identifiers read, and if that is refused too, without accounts at other
     * sites.
     */
    private void importAlone(PersonDraft person) {
        Attempt careful = attempt(List.of(person), readTarget(List.of(person), true), false);
        if (careful.refusal().isEmpty()) {
            countsOfParts.add(careful.runCounts());
            return;
        }
        Attempt bare = attempt(List.of(person.withoutSocials()), readTarget(List.of(person), true), false);
        TargetSnapshot target = readTarget(List.of(person), false);
        if (bare.refusal().isEmpty()) {
            countsOfParts.add(bare.runCounts());
            countsOfParts.add(PersonPlanner.held(
                    person.socials(),
                    new Finding(QuarantineReason.SOCIAL_REFUSED.code(), "provider_user_id", "taken here"),
                    target));
        } else {
            // The class of the exception alone, since a message of the database may quote the row.
            String kind = bare.refusal().get().getClass().getSimpleName();
            countsOfParts.add(PersonPlanner.refused(
                    person, new Finding(QuarantineReason.STORE_REFUSED.code(), "", kind), target));
        }
    }

    /** The counts of an attempt, or why the store refused it. */
    private record Attempt(RunCounts runCounts, Optional<RuntimeException> refusal) {}

    /** Imports all people or, when the store refuses, none, and returns the refusal. */
    private Attempt attempt(List<PersonDraft> people, TargetSnapshot target, boolean whole) {
        List<PersonPlan> plans =
                people.stream().map(person -> planner.plan(person, target)).toList();
        RunCounts runCounts = new RunCounts();
        plans.forEach(plan -> runCounts.add(plan.runCounts()));
        try {
            writer.write(plans, tx -> {
                if (whole) {
                    checkpoint.accept(tx, runCounts);
                }
            });
        } catch (StoreUnavailableException | SourceUnusableException e) {
            throw e;
        } catch (RuntimeException e) {
            return new Attempt(new RunCounts(), Optional.of(e));
        }
        plans.forEach(this::noteGranted);
        people.stream()
                .filter(person -> target.entry(person.user().origin()).isPresent())
                .forEach(person -> secondRowRules.conflicts().known(person.user()));
        return new Attempt(runCounts, Optional.empty());
    }

    /** Records an imported account, since second rows of a person are merged only into those. */
    private void noteGranted(PersonPlan plan) {
        NewUser user = plan.newUser();
        if (user != null) {
            boolean hasRights = user.status().staff() || user.status().superuser();
            user.claims().stream()
                    .filter(IdentifierAssignment::owned)
                    .forEach(claim -> secondRowRules
                            .conflicts()
                            .granted(claim.identifier().key(), plan.origin(), user.passwordHash() != null, hasRights));
        }
    }

    private TargetSnapshot readTarget(List<PersonDraft> people, boolean everyName) {
        TargetSnapshot.Question question = new TargetSnapshot.Question(
                writer.ledger(), secondRowRules, store, looksForChanges ? store : null, everyName, ids);
        return store.read(tx -> TargetSnapshot.look(tx, question, people));
    }
}
