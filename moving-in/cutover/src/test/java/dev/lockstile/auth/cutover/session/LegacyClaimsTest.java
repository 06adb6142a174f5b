package dev.lockstile.auth.cutover.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LegacyClaimsTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

    @Test
    void a_token_is_live_until_its_end_and_from_a_minute_before_its_beginning() {
        assertThat(live("exp", 1_000_001)).isTrue();
        assertThat(live("exp", 1_000_000)).isFalse();
        assertThat(live("exp", "1000001")).isFalse();
        assertThat(claims().isLive(NOW)).isFalse();
        for (String begin : List.of("iat", "nbf")) {
            assertThat(live("exp", 2_000_000, begin, 1_000_060)).isTrue();
            assertThat(live("exp", 2_000_000, begin, 1_000_061)).isFalse();
            assertThat(live("exp", 2_000_000, begin, "1000000")).as("no time").isFalse();
            assertThat(live("exp", 2_000_000, begin, null)).as("no time").isFalse();
        }
    }

    @Test
    void a_time_is_a_number_of_seconds_from_1970_to_the_year_9999() {
        assertThat(claims("t", 0).instant("t")).contains(Instant.EPOCH);
        assertThat(claims("t", 1.9).instant("t")).contains(Instant.ofEpochSecond(1));
        assertThat(claims("t", 253_402_300_799L).instant("t")).contains(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(claims("t", 253_402_300_800L).instant("t")).isEmpty();
        assertThat(claims("t", -1).instant("t")).isEmpty();
        assertThat(claims("t", Double.NaN).instant("t")).isEmpty();
    }

    @Test
    void a_key_is_a_text_of_240_characters_at_most_or_a_whole_number() {
        assertThat(claims("k", "a".repeat(240)).key("k")).isPresent();
        assertThat(claims("k", "a".repeat(241)).key("k")).isEmpty();
        assertThat(claims("k", "").key("k")).isEmpty();
        assertThat(claims("k", 7).key("k")).contains("7");
        assertThat(claims("k", 7L).key("k")).contains("7");
        for (Object other : List.of(7.0, true, List.of("7"))) {
            assertThat(claims("k", other).key("k")).as("%s", other).isEmpty();
        }
        assertThat(claims("k", "7").number("k")).isEmpty();
        assertThat(claims("k", 7).number("k")).contains("7");
    }

    @Test
    void a_token_is_for_an_audience_that_it_names_alone_or_among_others() {
        assertThat(claims("aud", "app").isFor("app")).isTrue();
        assertThat(claims("aud", List.of("other", "app")).isFor("app")).isTrue();
        assertThat(claims("aud", List.of("other")).isFor("app")).isFalse();
        assertThat(claims("aud", "other").isFor("app")).isFalse();
        assertThat(claims("aud", Map.of("app", 1)).isFor("app")).isFalse();
        assertThat(claims().isFor("app")).isFalse();
    }

    @Test
    void a_claim_without_a_value_is_there() {
        assertThat(claims("purpose", null).has("purpose")).isTrue();
        assertThat(claims("purpose", null).has("role")).isFalse();
    }

    private static boolean live(Object... all) {
        return claims(all).isLive(NOW);
    }

    private static LegacyClaims claims(Object... all) {
        Map<String, Object> claims = new HashMap<>();
        for (int i = 0; i < all.length; i += 2) {
            claims.put((String) all[i], all[i + 1]);
        }
        return new LegacyClaims(claims);
    }
}
