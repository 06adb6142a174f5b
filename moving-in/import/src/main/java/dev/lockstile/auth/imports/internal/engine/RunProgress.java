package dev.lockstile.auth.imports.internal.engine;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.snapshot.HashingEffort;
import dev.lockstile.auth.imports.internal.journal.PeopleToReview;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.NamedPerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What a run has counted so far, and what it tells its observer: how far it is, and whom to look at. */
final class RunProgress {

    private final ImportWatch watch;
    private final boolean hashing;
    private final int workers;
    private final RunCounts total = new RunCounts();
    private final AtomicLong read = new AtomicLong();
    private final Map<String, List<NamedPerson>> nameless = new HashMap<>();
    private final HashingEffort effort = new HashingEffort();

    RunProgress(ImportWatch watch, ImportOptions options) {
        this.watch = watch;
        this.hashing = !options.dryRun();
        this.workers = options.workers();
    }

    RunCounts total() {
        return total;
    }

    HashingEffort effort() {
        return effort;
    }

    /** False in a dry run, which only foresees hashes. */
    boolean isHashing() {
        return hashing;
    }

    void begins(long people) {
        watch.begins(people);
    }

    /** People to be named, told by an earlier part of this run: their names are read anew. */
    void nameAgain(List<NamedPerson> people) {
        people.forEach(
                person -> nameless.computeIfAbsent(key(person.entity(), person.legacyId()), any -> new ArrayList<>())
                        .add(person));
    }

    /** The names of a person whom an earlier part of this run reported; for one thread at a time. */
    void seen(UserDraft user) {
        List<NamedPerson> again =
                nameless.remove(key(user.origin().entity().text(), user.origin().legacyId()));
        if (again != null) {
            again.forEach(person -> name(person.called(PeopleToReview.names(user))));
        }
    }

    /** Those who are not in the source any more. */
    void nameRest() {
        nameless.values().stream().flatMap(List::stream).forEach(this::name);
    }

    void tell(RunCounts runCounts) {
        total.addCounts(runCounts);
        runCounts.named().forEach(this::name);
        synchronized (watch) {
            runCounts.quarantined().forEach(watch::quarantined);
        }
    }

    /** @param hashed how many of them have a hash that had to be computed */
    void completed(int people, long hashed) {
        long now = read.addAndGet(people);
        effort.completed(hashed);
        synchronized (watch) {
            if (hashing) {
                watch.hashing(effort.progress(workers));
            }
            watch.progress(now);
        }
    }

    private void name(NamedPerson person) {
        total.nameBounded(person);
        synchronized (watch) {
            watch.named(person);
        }
    }

    private static String key(String entity, String legacyId) {
        return entity + '|' + legacyId;
    }
}
