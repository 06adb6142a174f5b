package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Finding;
import dev.lockstile.auth.migrate.draft.PersonDraft;
import dev.lockstile.auth.migrate.report.ImportWatch;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;

/**
 * Brings in one batch: look, think, write, count. A batch that the store refuses is halved until only the person who is
 * refused stays out; an outage ends the run instead, since no row is to blame for it.
 */
final class BatchImport {

    private final AuthStore store;
    private final Ledger ledger;
    private final Planner planner;
    private final OldPasswords passwords;
    private final PlanWriter writer;
    private final Tally total;
    private final ImportWatch watch;

    BatchImport(ImportTarget target, Ledger ledger, Thinking thinking, PlanWriter writer, Outcome outcome) {
        this.store = target.store();
        this.ledger = ledger;
        this.planner = new Planner(target.store(), thinking.election(), thinking.passwords());
        this.passwords = thinking.passwords();
        this.writer = writer;
        this.total = outcome.total();
        this.watch = outcome.watch();
    }

    /** What decisions rest on. */
    record Thinking(OwnerElection election, OldPasswords passwords) {}

    /** Where it is told what became of the rows. */
    record Outcome(Tally total, ImportWatch watch) {}

    void run(List<PersonDraft> people) {
        passwords.prepare(people, look(people, false));
        bring(people);
    }

    private void bring(List<PersonDraft> people) {
        if (attempt(people, false).isEmpty()) {
            return;
        }
        int half = people.size() / 2;
        if (half == 0) {
            bringCarefully(people.get(0));
        } else {
            bring(people.subList(0, half));
            bring(people.subList(half, people.size()));
        }
    }

    /** Once more for one person, now with a look at whose the identifiers are here, and if need be without socials. */
    private void bringCarefully(PersonDraft person) {
        if (attempt(List.of(person), true).isEmpty()) {
            return;
        }
        Optional<RuntimeException> refusal = attempt(List.of(person.withoutSocials()), true);
        Here here = look(List.of(person), false);
        if (refusal.isEmpty()) {
            count(Planner.held(
                    person.socials(), new Finding("social_refused", "provider_user_id", "taken here"), here));
        } else {
            // The kind of refusal alone: a message of the database may quote the row.
            String kind = refusal.get().getClass().getSimpleName();
            count(Planner.refused(person, new Finding("store_refused", "", kind), here));
        }
    }

    /** Brings all of them in or, when the store refuses, nobody; the refusal is handed back. */
    private Optional<RuntimeException> attempt(List<PersonDraft> people, boolean everyName) {
        Here here = look(people, everyName);
        List<PersonPlan> plans =
                people.stream().map(person -> planner.plan(person, here)).toList();
        try {
            writer.write(plans);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
        plans.forEach(plan -> count(plan.tally()));
        return Optional.empty();
    }

    private Here look(List<PersonDraft> people, boolean everyName) {
        return store.read(tx -> Here.look(tx, ledger, people, everyName));
    }

    private void count(Tally tally) {
        total.add(tally);
        tally.quarantined().forEach(watch::quarantined);
    }
}
