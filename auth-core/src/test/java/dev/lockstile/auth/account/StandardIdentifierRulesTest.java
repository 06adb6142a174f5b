package dev.lockstile.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Identifier;
import java.io.InputStream;
import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StandardIdentifierRulesTest {

    private final IdentifierRules rules = IdentifierRules.standard();

    @TestFactory
    Stream<DynamicTest> spellings_that_mean_the_same_give_the_same_key() throws Exception {
        return vectors()
                .get("same")
                .valueStream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Optional<String> left = key(pair.get(0).asString());
                    assertThat(left).isPresent().isEqualTo(key(pair.get(1).asString()));
                }));
    }

    @Test
    void domains_of_ascii_are_those_of_idna() {
        Random random = new Random(20_240_117);
        String letters = "abYZ09-._x";
        for (int i = 0; i < 20_000; i++) {
            String domain = random.ints(1 + random.nextInt(i % 10 == 0 ? 300 : 12), 0, letters.length())
                    .mapToObj(at -> letters.substring(at, at + 1))
                    .collect(Collectors.joining());
            assertThat(rules.email("ana@" + domain).map(Identifier::value))
                    .as(domain)
                    .isEqualTo(idna(domain).map(ascii -> "ana@" + ascii).filter(email -> email.length() <= 254));
        }
    }

    private static Optional<String> idna(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii)
                    .filter(one -> one.length() <= 253 && !domain.endsWith(".") && !one.contains(".."));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tel:+34 600 111 222", "TEL:+34600111222", "+34 600 111 222"})
    void a_number_may_stand_behind_the_scheme_of_its_uri(String text) {
        assertThat(rules.phone(text).map(Identifier::value)).contains("+34600111222");
        assertThat(rules.phone(text + " ext 7")).isEmpty();
        assertThat(rules.phone("x" + text)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> look_alikes_are_refused_or_have_a_key_of_their_own() throws Exception {
        return vectors()
                .get("distinctOrRejected")
                .valueStream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Optional<String> left = key(pair.get(0).asString());
                    assertThat(left).isPresent().isNotEqualTo(key(pair.get(1).asString()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_identifier_is_refused() throws Exception {
        return vectors()
                .get("reject")
                .valueStream()
                .map(text -> DynamicTest.dynamicTest(text.toString(), () -> {
                    assertThat(rules.email(text.asString())).isEmpty();
                    assertThat(rules.phone(text.asString()).filter(read -> !isInForeignDigits(text.asString())))
                            .isEmpty();
                }));
    }

    /** Digits of another script are the ASCII digits in a number, and in nothing else. */
    private static boolean isInForeignDigits(String text) {
        return text.matches("\\+\\p{Nd}+") && !text.matches("\\+[0-9]+");
    }

    @TestFactory
    Stream<DynamicTest> a_letter_that_turns_into_ascii_never_reaches_the_ascii_name() throws Exception {
        JsonNode vectors = vectors();
        return Stream.concat(
                        vectors.get("nfkcToAscii").valueStream(),
                        vectors.get("caseMapping").valueStream())
                .map(entry -> Integer.parseInt(entry.get("codePoint").asString().substring(2), 16))
                .map(codePoint -> DynamicTest.dynamicTest("U+" + Integer.toHexString(codePoint), () -> {
                    String letter = Character.toString(codePoint);
                    for (String ascii : asciiForms(letter)) {
                        assertThat(key("a" + ascii + "b@example.org"))
                                .isPresent()
                                .isNotEqualTo(key("a" + letter + "b@example.org"));
                        assertThat(rules.username("a" + ascii + "b").map(Identifier::key))
                                .isPresent()
                                .isNotEqualTo(rules.username("a" + letter + "b").map(Identifier::key));
                    }
                }));
    }

    @Test
    void an_encoded_word_is_no_address() {
        for (String word : List.of(
                "=?utf-8?q?x?=@example.com",
                "=?utf-8?q?admin=40acme.example=3e?=@example.com",
                "a=?iso-8859-1?b?YQ==?=@example.com",
                "=?x@example.com")) {
            assertThat(rules.email(word)).as(word).isEmpty();
        }
        assertThat(rules.email("a=b?c@example.com")).isPresent();
    }

    @Test
    void the_locale_of_the_jvm_changes_nothing() {
        Locale before = Locale.getDefault();
        Optional<String> expected = key("ADMIN.TITI@EXAMPLE.COM");
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(key("ADMIN.TITI@EXAMPLE.COM")).isEqualTo(expected).isEqualTo(key("admin.titi@example.com"));
            assertThat(rules.username("TITI").map(Identifier::key))
                    .isEqualTo(rules.username("titi").map(Identifier::key));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_stored_address_keeps_the_local_part_as_typed() {
        assertThat(rules.email(" Jo.Doe@B\u00fccher.Example "))
                .map(Identifier::value)
                .contains("Jo.Doe@xn--bcher-kva.example");
    }

    @Test
    void kinds_never_share_a_key() {
        assertThat(key("someone@example.org"))
                .isNotEqualTo(rules.username("someone@example.org").map(Identifier::key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "+525512345678", "5512345678", "two words", "", " ", "a\u0000b", "a\u202eb"})
    void a_new_user_name_has_a_form_of_its_own(String name) {
        assertThat(rules.newUsername(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5512345678",
                "+15552671",
                "call me",
                "+",
                "+999999999999",
                "+52 55 1234 5678 ext 9",
                "+1234567890123456"
            })
    void what_is_no_international_number_is_refused(String text) {
        assertThat(rules.phone(text)).isEmpty();
    }

    @Test
    void a_region_lets_national_numbers_in() {
        IdentifierRules mexican = IdentifierRules.inRegion("MX");
        assertThat(mexican.phone("55 1234 5678")).map(Identifier::value).contains("+525512345678");
        assertThat(mexican.phone("+14155552671")).map(Identifier::value).contains("+14155552671");
    }

    private Optional<String> key(String text) {
        return (text.contains("@") ? rules.email(text) : rules.phone(text)).map(Identifier::key);
    }

    private static List<String> asciiForms(String letter) {
        String compatible = Normalizer.normalize(letter, Normalizer.Form.NFKC);
        return Stream.of(compatible, letter.toUpperCase(Locale.ROOT), letter.toLowerCase(Locale.ROOT))
                .filter(form -> form.chars().allMatch(c -> Character.isLetterOrDigit(c) && c < 0x80))
                .toList();
    }

    private static JsonNode vectors() throws Exception {
        try (InputStream in =
                StandardIdentifierRulesTest.class.getResourceAsStream("/vectors/identifier_collisions.json")) {
            return JsonMapper.builder().build().readTree(in);
        }
    }
}
