package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.service.Passwords;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The vectors that cost little, one test for each format: together they take seconds, so that they can be run again and
 * again. {@link ForeignVectorsTest} has those of real costs.
 */
class CheapVectorsTest {

    /** Costs that take more than some hundredths of a second. */
    private static final Pattern COSTLY = Pattern.compile("[0-9]{6}\\$|[0-9]{2}000[:$]|m=[0-9]{4,}|2[abxy]\\$(0[7-9]|1)"
            + "|2[abxy],(t=2b,)?r?=?1[0-9]|16384|32768|SpringSecurity_v5_8\\}(\\$100801|[0-9a-f])|\\$e0801|\\{pbkdf2\\}"
            + "|y\\$jAT|7\\$[A-Z]U|^[0-9a-f]{96}$|\\$[PH]\\$[C-Z]");

    private static final List<JsonNode> VECTORS = Stream.of(
                    "hash_vectors", "more_formats", "yescrypt", "smallest_costs")
            .flatMap(name -> Vectors.list(Vectors.own(name + ".generated.json")).stream())
            .filter(vector -> !COSTLY.matcher(vector.get("hash").asString()).find())
            .toList();

    static Stream<String> formats() {
        return VECTORS.stream()
                .map(vector -> vector.get("format").asString())
                .distinct()
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_hash_of_little_cost_answers_as_its_software_did(String format) {
        Passwords passwords = Passwords.of(PasswordFixture.cheap());
        for (JsonNode vector : VECTORS) {
            if (vector.get("format").asString().equals(format)) {
                boolean plain = !vector.has("params") && !vector.has("devisePepper");
                String fault = plain ? VectorVerdict.fault(vector, passwords) : VectorVerdict.fault(vector);
                assertThat(fault).as(vector.toString()).isNull();
            }
        }
    }

    @Test
    void what_is_wrapped_shows_without_its_format() {
        PasswordFormats known = Passwords.of(PasswordFixture.cheap()).formats();
        long wrapped = 0;
        for (JsonNode vector : VECTORS) {
            String text = vector.get("hash").asString();
            for (ImportHints hints : List.of(VectorCases.hints(vector), ImportHints.none())) {
                for (String stored : List.of(text, " " + text + "\n")) {
                    boolean expected = known.foreseen(stored, hints).kind() == ImportOutcome.Kind.WRAPPED;
                    assertThat(known.wraps(stored, hints)).as(vector.toString()).isEqualTo(expected);
                    wrapped += expected ? 1 : 0;
                }
            }
        }
        assertThat(wrapped).isBetween(20L, 4L * VECTORS.size() - 20);
    }

    @Test
    void fifty_formats_have_such_hashes() {
        assertThat(formats()).hasSizeGreaterThan(50);
    }
}
