package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.source.Source;
import java.util.List;

/**
 * A preset of which something happens here while a run goes on: after the accounts have come, and before the rows that
 * wait for them.
 */
public final class BetweenSweeps extends Preset {

    private final Preset preset;
    private final String legacyId;
    private final Runnable happens;

    /** @param legacyId of a row that waits */
    public BetweenSweeps(Preset preset, String legacyId, Runnable happens) {
        this.preset = preset;
        this.legacyId = legacyId;
        this.happens = happens;
    }

    @Override
    public String name() {
        return preset.name();
    }

    @Override
    public DuplicatePolicy duplicates() {
        return preset.duplicates();
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        return new Watched(preset.open(source, reading), this);
    }

    private record Watched(PersonSource people, BetweenSweeps sweeps) implements ForwardingPeople {

        @Override
        public List<PeopleTable> tables() {
            return people.tables().stream()
                    .<PeopleTable>map(table -> new WatchedTable(table, sweeps))
                    .toList();
        }
    }

    private record WatchedTable(PeopleTable table, BetweenSweeps sweeps) implements ForwardingPeople.Table {

        @Override
        public List<PersonDraft> persons(List<UserDraft> users) {
            if (users.stream().anyMatch(user -> user.origin().legacyId().equals(sweeps.legacyId))) {
                sweeps.happens.run();
            }
            return table.persons(users);
        }
    }
}
