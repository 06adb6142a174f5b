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

/** The counts of a run so far, and its reports to the observer: its progress, and the people to review. */
final class RunProgress {

    private final ImportWatch watch;
    private final boolean hashing;
    private final int workers;
    private final RunCounts total = new RunCounts();
    private final AtomicLong read = new AtomicLong();
    private final Map<String, List<NamedPerson>> namedBefore = new HashMap<>();
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

    /** Returns false in a dry run, which computes no hashes. */
    boolean isHashing() {
        return hashing;
    }

    void begins(long people) {
        watch.begins(people);
    }

    /** Registers people whom an earlier part of this run named; their names are read from the source again. */
    void nameAgain(List<NamedPerson> people) {
        people.forEach(person -> namedBefore
                .computeIfAbsent(key(person.entity(), person.legacyId()), any -> new ArrayList<>())
                .add(person));
    }

    /** Names a person again whom an earlier part of this run named. For one thread at a time. */
    void seen(UserDraft user) {
        List<NamedPerson> again = namedBefore.remove(
                key(user.origin().entity().text(), user.origin().legacyId()));
        if (again != null) {
            again.forEach(person -> name(person.called(PeopleToReview.names(user))));
        }
    }

    /** Names the registered people who are no longer in the source. */
    void nameRest() {
        namedBefore.values().stream().flatMap(List::stream).forEach(this::name);
    }

    void tell(RunCounts runCounts) {
        total.addCounts(runCounts);
        runCounts.named().forEach(this::name);
        synchronized (watch) {
            runCounts.quarantined().forEach(watch::quarantined);
        }
    }

    /** @param hashed number of these people whose hash had to be computed */
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
