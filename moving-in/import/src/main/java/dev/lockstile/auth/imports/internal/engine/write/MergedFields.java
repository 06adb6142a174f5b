package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.OwnedRow;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields that a second row of a person filled in an account of an earlier run, and the rows that it added. Only
 * names of columns are stored, since the columns were empty before, and a digest of each account at another site.
 * Nothing of this has to be encrypted.
 *
 * @param ofUser the columns of the user; null when none was filled
 * @param ofProfile the columns of the default profile; null when none was filled
 * @param along the added rows by ledger key, with a digest for an account at another site and an empty text for others
 */
public record MergedFields(
        @Nullable FilledColumns ofUser, @Nullable FilledColumns ofProfile, Map<String, String> along) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String MARK = "{\"filled\":";
    private static final Set<FilledColumns.Part> OPENING = EnumSet.of(
            FilledColumns.Part.EMAIL,
            FilledColumns.Part.PHONE,
            FilledColumns.Part.USERNAME,
            FilledColumns.Part.PASSWORD);

    /** Returns true for the image of a merged row. */
    public static boolean isIn(BeforeImage image) {
        return image.row().startsWith(MARK);
    }

    public static MergedFields of(BeforeImage image) {
        JsonNode all = MAPPER.readTree(image.row()).path("filled");
        Map<String, String> along = new LinkedHashMap<>();
        all.path("along")
                .properties()
                .forEach(row -> along.put(row.getKey(), row.getValue().stringValue()));
        return new MergedFields(read(all.get("user")), read(all.get("profile")), along);
    }

    /** Returns the rows that a plan adds beside the filled fields, by ledger key. */
    static Map<String, String> along(PersonPlan plan, Ledger ledger) {
        Map<String, String> along = new LinkedHashMap<>();
        Stream.<List<? extends OwnedRow>>of(plan.profiles(), plan.devices())
                .flatMap(List::stream)
                .forEach(row -> along.put(row.origin().keyIn(ledger), ""));
        plan.factors().entered().forEach(origin -> along.put(origin.keyIn(ledger), ""));
        if (plan.added() != null) {
            along.put(BatchRows.added(plan.origin()).keyIn(ledger), "");
        }
        for (SocialDraft social : plan.socials()) {
            SocialIdentity identity = social.identity();
            if (identity != null) {
                String key = social.origin().keyIn(ledger);
                along.put(key, digest(key, identity));
            }
        }
        return along;
    }

    /**
     * Returns the digest by which a rollback recognizes an account at another site. It includes the key of the entry,
     * so that digests cannot be computed in advance.
     */
    public static String digest(String linkKey, SocialIdentity identity) {
        return ShortDigest.text(linkKey + '|' + identity.provider() + '|' + identity.providerUserId());
    }

    /** Returns true when the row added nothing to the account. */
    public boolean isNothing() {
        return ofUser == null && ofProfile == null && along.isEmpty();
    }

    /** Returns the image that the database stores. */
    BeforeImage image(String linkKey, Origin row, Instant now) {
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, "user", ofUser);
        put(all, "profile", ofProfile);
        if (!along.isEmpty()) {
            all.put("along", along);
        }
        Instant writtenAt = ofUser == null ? now : ofUser.writtenAt();
        return new BeforeImage(linkKey, row.fingerprint(), writtenAt, JsonText.of(Map.of("filled", all)));
    }

    /** Returns true when the row added an identifier or a password. */
    public boolean changesSignIn() {
        return ofUser != null && ofUser.parts().stream().anyMatch(OPENING::contains);
    }

    private static void put(Map<String, Object> all, String name, @Nullable FilledColumns filled) {
        if (filled != null) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("at", filled.writtenAt());
            one.put("parts", filled.parts().stream().sorted().map(Enum::name).toList());
            all.put(name, one);
        }
    }

    private static @Nullable FilledColumns read(@Nullable JsonNode one) {
        if (one == null) {
            return null;
        }
        Set<FilledColumns.Part> parts = EnumSet.noneOf(FilledColumns.Part.class);
        one.path("parts").forEach(part -> parts.add(FilledColumns.Part.valueOf(part.stringValue())));
        return new FilledColumns(parts, Instant.parse(one.path("at").stringValue()));
    }
}
