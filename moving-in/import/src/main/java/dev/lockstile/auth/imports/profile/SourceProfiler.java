package dev.lockstile.auth.imports.profile;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.password.MarkedHash;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source whole, as an import would, and counts its content. The host's database is neither read nor written.
 * Memory is bounded whatever the size of the source.
 */
public final class SourceProfiler {

    private final ImportTarget target;
    private final ImportOptions options;

    /**
     * Creates a profiler for an import with these options.
     *
     * @param target as for the import
     * @param options as for the import
     */
    public SourceProfiler(ImportTarget target, ImportOptions options) {
        this.target = target;
        this.options = options;
    }

    /**
     * {@return the content of a source in counts; nothing is written}
     *
     * @param source closed by the caller
     * @param preset as for the import
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source does not match the preset, or
     *     stops responding
     */
    public SourceProfile profile(Source source, Preset preset) {
        CountedSource counted = new CountedSource(source);
        PersonSource people = preset.people(
                counted, options.reading(target.rules(), target.clock().instant()));
        Counting counting = new Counting(target);
        try (SharedKeys keys = new SharedKeys()) {
            people.tables().forEach(table -> read(table, counting, keys));
            return new SourceProfile(
                    preset.name(),
                    source.description(),
                    counted.profiles(),
                    keys.count(),
                    counting.formats,
                    counting.regions,
                    counting.sites,
                    counting.findings,
                    counting.secondFactors,
                    people.columnUses(),
                    people.columnQuestions());
        }
    }

    private void read(PeopleTable table, Counting counting, SharedKeys keys) {
        @Nullable Object after = null;
        List<UserDraft> page;
        do {
            page = table.users(after, options.batchSize());
            if (!page.isEmpty()) {
                table.persons(page).forEach(counting::add); // reading their owned rows counts these as well
                page.forEach(user -> count(user, counting, keys));
                after = page.get(page.size() - 1).origin().key();
            }
        } while (page.size() == options.batchSize());
    }

    private static void count(UserDraft user, Counting counting, SharedKeys keys) {
        counting.add(user);
        for (WantedIdentifier wanted : user.identifiers()) {
            if (user.isLive() && user.refusal() == null && wanted.isSignInName()) {
                keys.add(wanted.identifier().kind(), wanted.identifier().key());
            }
        }
    }

    /** The counts of all users. */
    private static final class Counting {

        private final ImportTarget target;
        private final Map<String, Long> formats = new TreeMap<>();
        private final Map<String, Long> regions = new TreeMap<>();
        private final Map<String, Long> sites = new TreeMap<>();
        private final Map<String, Long> findings = new TreeMap<>();
        private long secondFactors;

        Counting(ImportTarget target) {
            this.target = target;
        }

        void add(UserDraft user) {
            String hash = MarkedHash.unmarked(
                    user.password() == null ? null : user.password().reveal());
            formats.merge(target.formats().formatOf(hash), 1L, Long::sum);
            user.findings().forEach(finding -> findings.merge(finding.reason(), 1L, Long::sum));
            if (user.refusal() != null) {
                findings.merge(user.refusal().why().reason(), 1L, Long::sum);
            }
            user.identifiers().stream()
                    .filter(wanted ->
                            wanted.isSignInName() && wanted.identifier().kind() == IdentifierKind.PHONE)
                    .forEach(wanted -> regions.merge(region(wanted.identifier().value()), 1L, Long::sum));
        }

        void add(PersonDraft person) {
            secondFactors += person.hasSecondFactor() ? 1 : 0;
            person.socials().stream()
                    .map(SocialDraft::identity)
                    .flatMap(Stream::ofNullable)
                    .forEach(identity -> sites.merge(identity.provider(), 1L, Long::sum));
        }

        private static String region(String e164) {
            PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
            try {
                String region = plans.getRegionCodeForNumber(plans.parse(e164, null));
                return region == null ? "001" : region;
            } catch (NumberParseException e) {
                return "001"; // a possible number without a known region
            }
        }
    }
}
