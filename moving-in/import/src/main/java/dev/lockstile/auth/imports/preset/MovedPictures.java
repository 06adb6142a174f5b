package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.source.Source;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A preset whose picture references are rewritten by the host. */
final class MovedPictures extends ForwardingPreset {

    private final UnaryOperator<String> rewriting;

    MovedPictures(Preset preset, UnaryOperator<String> rewriting) {
        super(preset);
        this.rewriting = rewriting;
    }

    @Override
    public Preset withFactors(FactorMapping... mappings) {
        return new MovedPictures(preset.withFactors(mappings), rewriting);
    }

    @Override
    Set<FactorWord> factorWords() {
        return preset.factorWords();
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        return new Rewritten(preset.open(source, reading), rewriting);
    }

    private record Rewritten(PersonSource people, UnaryOperator<String> rewriting) implements ForwardingPeople {

        @Override
        public List<PeopleTable> tables() {
            return people.tables().stream()
                    .map(table -> (PeopleTable) new RewrittenTable(table, rewriting))
                    .toList();
        }
    }

    private record RewrittenTable(PeopleTable table, UnaryOperator<String> rewriting)
            implements ForwardingPeople.Table {

        @Override
        public List<UserDraft> users(@Nullable Object after, int limit) {
            return table.users(after, limit).stream().map(this::rewritten).toList();
        }

        @Override
        public List<PersonDraft> persons(List<UserDraft> users) {
            return table.persons(users).stream().map(this::rewritten).toList();
        }

        private PersonDraft rewritten(PersonDraft person) {
            List<ProfileDraft> profiles =
                    person.profiles().stream().map(this::rewritten).toList();
            return person.with(person.user(), profiles);
        }

        private ProfileDraft rewritten(ProfileDraft old) {
            return new ProfileDraft(
                    old.origin(),
                    old.person(),
                    old.status(),
                    old.label(),
                    moved(old.picture()),
                    old.settings(),
                    old.times(),
                    old.findings());
        }

        private UserDraft rewritten(UserDraft user) {
            FirstProfile about = user.about();
            return user.with(new FirstProfile(
                    about.person(), about.role(), about.label(), moved(about.picture()), about.settings()));
        }

        private @Nullable String moved(@Nullable String picture) {
            return picture == null ? null : rewriting.apply(picture);
        }
    }
}
