package dev.lockstile.auth.migrate.plan;

import dev.lockstile.auth.migrate.draft.PersonDraft;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.migrate.mapping.Masked;
import dev.lockstile.auth.migrate.preset.PeopleTable;
import dev.lockstile.auth.migrate.preset.PersonSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads people once, with what belongs to them.
 *
 * @param fingerprint digest of the digests of all rows in their order: another one when any row that is read was
 *     changed, added or removed
 * @param sample the first people of each table, masked
 */
record SourceSurvey(String fingerprint, List<Map<String, Object>> sample) {

    private static final int PAGE = 500;
    private static final int SHOWN = 5;

    static SourceSurvey of(PersonSource people) {
        MessageDigest digest = sha256();
        List<Map<String, Object>> sample = new ArrayList<>();
        people.tables().forEach(table -> read(table, digest, sample));
        return new SourceSurvey(HexFormat.of().formatHex(digest.digest()), sample);
    }

    private static void read(PeopleTable table, MessageDigest digest, List<Map<String, Object>> sample) {
        @Nullable Object after = null;
        List<UserDraft> users;
        int shown = 0;
        do {
            users = table.users(after, PAGE);
            for (PersonDraft person : table.persons(users)) {
                add(digest, table.entity().text(), person.user().origin().legacyId());
                add(digest, "row", person.user().origin().fingerprint());
                person.belongings()
                        .forEach(part -> add(
                                digest, part.origin().legacyId(), part.origin().fingerprint()));
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
        return one;
    }

    /** Each part with its length, so that no two different lists run together to the same bytes. */
    static void add(MessageDigest digest, String... parts) {
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
