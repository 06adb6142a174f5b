package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.report.JsonText;
import dev.lockstile.auth.store.BeforeImage;
import dev.lockstile.auth.store.Filled;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the second row of a person filled into an account that was here before. It names columns and holds nobody's data,
 * so that it needs no seal: what was filled in was empty before.
 *
 * @param ofUser null when nothing was missing there
 * @param ofProfile of the default profile; null when nothing was missing there
 */
record FilledIn(@Nullable Filled ofUser, @Nullable Filled ofProfile) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String MARK = "{\"filled\":";
    private static final Set<Filled.Part> OPENING =
            EnumSet.of(Filled.Part.EMAIL, Filled.Part.PHONE, Filled.Part.USERNAME, Filled.Part.PASSWORD);

    /** True for the image of such a row. */
    static boolean isIn(BeforeImage image) {
        return image.row().startsWith(MARK);
    }

    static FilledIn of(BeforeImage image) {
        JsonNode all = MAPPER.readTree(image.row()).path("filled");
        return new FilledIn(read(all.get("user")), read(all.get("profile")));
    }

    /** As it is kept beside the ledger. */
    BeforeImage image(String linkKey, Origin row, Instant now) {
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, "user", ofUser);
        put(all, "profile", ofProfile);
        Instant writtenAt = ofUser == null ? now : ofUser.writtenAt();
        return new BeforeImage(linkKey, row.fingerprint(), writtenAt, JsonText.of(Map.of("filled", all)));
    }

    /** True when the account opens by another name or password since. */
    boolean opensOtherwise() {
        return ofUser != null && ofUser.parts().stream().anyMatch(OPENING::contains);
    }

    private static void put(Map<String, Object> all, String name, @Nullable Filled filled) {
        if (filled != null) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("at", filled.writtenAt());
            one.put("parts", filled.parts().stream().sorted().map(Enum::name).toList());
            all.put(name, one);
        }
    }

    private static @Nullable Filled read(@Nullable JsonNode one) {
        if (one == null) {
            return null;
        }
        Set<Filled.Part> parts = EnumSet.noneOf(Filled.Part.class);
        one.path("parts").forEach(part -> parts.add(Filled.Part.valueOf(part.stringValue())));
        return new Filled(parts, Instant.parse(one.path("at").stringValue()));
    }
}
