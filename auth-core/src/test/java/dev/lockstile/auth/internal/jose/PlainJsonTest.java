package dev.lockstile.auth.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to read claims: it leaves much to the parser of Nimbus, and never reads anything otherwise. */
class PlainJsonTest {

    private static final List<String> NAMES = List.of("iss", "exp", "act");

    private static final List<String> SEEDS = List.of(
            "{\"iss\":\"https://issuer.example\",\"exp\":1777630200,\"roles\":[\"USER\",\"a b\"],\"rights\":[]}",
            "{\"act\":{\"sub\":\"7\",\"sid\":\"s\"},\"x\":true,\"y\":false,\"z\":0,\"e\":{},\"l\":[[1],{\"a\":2}]}",
            "{\"exp\":999999999999999999,\"n\":10,\"iss\":\"\",\"\":\"t\"}",
            "{}");

    private static final String LETTERS = "{}[]\",:\\/0123456789-+.eEtrufalsnNI x\n\t\0\u007f\u00e9u'#";

    @Test
    void what_tokens_are_made_of_is_read() {
        assertThat(read(SEEDS.get(0)))
                .isEqualTo(Map.of(
                        "iss",
                        "https://issuer.example",
                        "exp",
                        1777630200L,
                        "roles",
                        List.of("USER", "a b"),
                        "rights",
                        List.of()));
        assertThat(SEEDS).allSatisfy(seed -> assertThat(read(seed)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{}x",
                "{} ",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":1}",
                "{\"o\":{\"a\":1,\"a\":2}}",
                "{\"a\":01}",
                "{\"a\":-1}",
                "{\"a\":1.5}",
                "{\"a\":1e3}",
                "{\"a\":1000000000000000000}",
                "{\"a\":null}",
                "{\"a\":tru",
                "{\"a\":\"\\n\"}",
                "{\"a\":\"\\u0061\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\u00e9\"}",
                "{\"a\" :1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":[[[[[[[[[[1]]]]]]]]]]}",
            })
    void anything_else_is_left_to_another_parser(String json) {
        assertThat(read(json)).isNull();
    }

    @Test
    void nothing_is_read_in_another_way_than_nimbus_reads_it() throws ParseException {
        Random random = new Random(7);
        int alike = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                change(text, random);
            }
            Map<String, Object> read = read(text.toString());
            if (read != null) {
                assertThat(read).as(text.toString()).isEqualTo(JSONObjectUtils.parse(text.toString()));
                alike++;
            }
        }
        assertThat(alike).isBetween(5_000, 55_000);
    }

    private static void change(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(3)) {
            case 0 -> text.insert(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
            default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(12))));
        }
    }

    private static @Nullable Map<String, Object> read(String json) {
        return PlainJson.read(json.getBytes(StandardCharsets.UTF_8), NAMES);
    }
}
