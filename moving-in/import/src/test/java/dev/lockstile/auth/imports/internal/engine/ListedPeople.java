package dev.lockstile.auth.imports.internal.engine;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.internal.people.UncopiedRows;
import dev.lockstile.auth.imports.preset.OpenedPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.password.ImportHints;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An old system of one table, whose users, and devices without users, a test lists. */
final class ListedPeople implements PersonSource, PeopleTable {

    /** How many users each page had that was asked for, and of how many the owned rows were asked. */
    final List<Integer> pages = new ArrayList<>();

    final List<Integer> asked = new ArrayList<>();
    private final List<UserDraft> users;
    private final List<SocialDraft> socials;
    private final int orphans;

    ListedPeople(List<UserDraft> users, SocialDraft... ofEach) {
        this.users = users;
        this.socials = List.of(ofEach);
        this.orphans = 0;
    }

    ListedPeople(List<UserDraft> users, int orphans) {
        this.users = users;
        this.socials = List.of();
        this.orphans = orphans;
    }

    /** Rows in good standing, by the keys 1 to that number. */
    static List<UserDraft> people(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(id -> new OldUser(id)
                        .has(OldUser.email("user" + id + "@example.com"), OldUser.name("user" + id))
                        .draft())
                .toList();
    }

    Preset preset() {
        return new OpenedPreset("listed", this);
    }

    @Override
    public List<PeopleTable> tables() {
        return List.of(this);
    }

    @Override
    public Entity entity() {
        return Entity.USERS;
    }

    @Override
    public SourceTable rows() {
        return new SourceTable("users", "id", List.of());
    }

    @Override
    public long count() {
        return users.size();
    }

    @Override
    public List<UserDraft> users(@Nullable Object after, int limit) {
        List<UserDraft> page = users.stream()
                .filter(user -> after == null || (Integer) user.origin().key() > (Integer) after)
                .limit(limit)
                .toList();
        pages.add(page.size());
        return page;
    }

    @Override
    public List<PersonDraft> persons(List<UserDraft> some) {
        asked.add(some.size());
        return some.stream()
                .map(user -> new PersonDraft(user, List.of(), List.of(), socials))
                .toList();
    }

    @Override
    public List<Entity> ownedRows() {
        return List.of(Entity.DEVICES);
    }

    @Override
    public List<Origin> orphans(Entity entity, @Nullable Object after, int limit) {
        List<Origin> page = new ArrayList<>();
        for (int id = after == null ? 1 : (Integer) after + 1; id <= orphans && page.size() < limit; id++) {
            page.add(new Origin(entity, id, "digest"));
        }
        return page;
    }

    @Override
    public List<UncopiedRows> uncopied() {
        return List.of(new UncopiedRows("sessions", 3, "not_carried"));
    }

    @Override
    public ImportHints passwordHints() {
        return ImportHints.of("django");
    }
}
