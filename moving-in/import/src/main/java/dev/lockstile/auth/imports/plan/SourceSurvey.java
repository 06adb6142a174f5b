package dev.lockstile.auth.imports.plan;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.secret.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One reading of all users, with the rows that belong to them.
 *
 * @param fingerprint digest of the digests of all rows in their order, which differs when any row that is read was
 *     changed, added or removed
 * @param sample the first users of each table, masked
 */
record SourceSurvey(String fingerprint, List<Map<String, Object>> sample) {

    private static final int PAGE = 500;
    private static final int SHOWN = 5;

    static SourceSurvey of(PersonSource people) {
        Sha256 digest = new Sha256();
        List<Map<String, Object>> sample = new ArrayList<>();
        people.tables().forEach(table -> read(table, digest, sample));
        return new SourceSurvey(digest.hex(), sample);
    }

    private static void read(PeopleTable table, Sha256 digest, List<Map<String, Object>> sample) {
        @Nullable Object after = null;
        List<UserDraft> users;
        int shown = 0;
        do {
            users = table.users(after, PAGE);
            for (PersonDraft person : table.persons(users)) {
                digest.add(table.entity().text());
                add(digest, person.user().origin());
                person.ownedRows().forEach(part -> add(digest, part.origin()));
                if (shown++ < SHOWN) {
                    sample.add(masked(person));
                }
            }
            after = users.isEmpty()
                    ? null
                    : users.get(users.size() - 1).origin().key();
        } while (users.size() == PAGE);
    }

    private static Map<String, Object> masked(PersonDraft person) {
        Map<String, Object> names = new TreeMap<>();
        person.user()
                .identifiers()
                .forEach(name ->
                        names.put(name.field(), Masked.text(name.identifier().value())));
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("entity", person.user().origin().entity().text());
        one.put("legacy_id", person.user().origin().legacyId());
        one.put("identifiers", names);
        one.put("profiles", person.profiles().size());
        one.put("devices", person.devices().size());
        one.put("social_accounts", person.socials().size());
        one.put("second_factors", person.factors().size());
        return one;
    }

    private static void add(Sha256 digest, Origin origin) {
        digest.add(origin.legacyId());
        digest.add(origin.fingerprint());
    }
}
