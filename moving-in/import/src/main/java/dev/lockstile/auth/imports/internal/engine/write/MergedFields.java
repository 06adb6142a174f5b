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
 * What the second row of a person filled into an account that was here before. It names columns and holds no value,
 * but a digest of each account at another site, so that it needs no seal: what was filled in was empty before.
 *
 * @param ofUser null when nothing was missing there
 * @param ofProfile of the default profile; null when nothing was missing there
 * @param along what came along, by ledger key: of an account at another site a digest, of the rest an empty text
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

    /** True for the image of such a row. */
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

    /** All that a plan brings beside what it fills in. */
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

    /** By which an account at another site is known again; with the entry's key in it, no table of digests helps. */
    public static String digest(String linkKey, SocialIdentity identity) {
        return ShortDigest.text(linkKey + '|' + identity.provider() + '|' + identity.providerUserId());
    }

    /** All that the row had was here already. */
    public boolean isNothing() {
        return ofUser == null && ofProfile == null && along.isEmpty();
    }

    /** As it is kept beside the ledger. */
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

    /** True when the account opens by another name or password since. */
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
