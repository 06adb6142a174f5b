package dev.lockstile.auth.imports.internal.decryption;

import static dev.lockstile.auth.imports.FactorKeyVectors.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.mapping.FactorKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other implementations encrypted is opened by the right key and by no other one. */
class DecryptionTest {

    private static final String SECRET = of("secret");
    private static final FactorKey WRONG = key("base64:" + Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void laravel_s_texts_are_opened_serialized_or_not_and_by_both_ciphers() {
        LaravelDecryption laravel = new LaravelDecryption(key(of("laravel/key") + "\n"));
        for (String form : List.of("serialized", "plain", "gcm")) {
            assertThat(laravel.open(of("laravel/" + form))).as(form).contains(SECRET);
            assertThat(new LaravelDecryption(WRONG).open(of("laravel/" + form)))
                    .as(form)
                    .isEmpty();
        }
        assertThat(laravel.open(of("laravel/codes"))).contains("[\"abcdefghij-klmnopqrst\",\"ABCDEFGHIJ-0123456789\"]");
        assertThat(laravel.open(of("laravel/ofPrevious"))).isEmpty();
    }

    @Test
    void laravel_s_previous_keys_open_too() {
        FactorKey environment = key("APP_NAME=Shop\nAPP_KEY=" + of("laravel/key") + "\nAPP_PREVIOUS_KEYS=\"base64:AAAA,"
                + of("laravel/previous") + "\"\n");
        assertThat(new LaravelDecryption(environment).open(of("laravel/ofPrevious")))
                .contains(SECRET);
        assertThat(new LaravelDecryption(environment).open(of("laravel/plain"))).contains(SECRET);
    }

    @Test
    void a_changed_text_of_laravel_is_not_opened() {
        LaravelDecryption laravel = new LaravelDecryption(key(of("laravel/key")));
        String whole = new String(Base64.getDecoder().decode(of("laravel/serialized")), StandardCharsets.US_ASCII);
        String changed = whole.replaceFirst("\"value\":\"y", "\"value\":\"z");
        assertThat(changed).isNotEqualTo(whole);
        String sealed = Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.US_ASCII));
        assertThat(laravel.open(sealed)).isEmpty();
        for (String odd : List.of("", "eyJpdiI6IngifQ==", "no base64 !", "bnVsbA==", SECRET)) {
            assertThat(laravel.open(odd)).as(odd).isEmpty();
        }
    }

    @Test
    void rails_attributes_are_opened_with_keys_of_either_digest_compressed_and_with_keys_of_their_own() {
        FactorKey credentials = key("active_record_encryption:\n  primary_key: " + of("rails/primary")
                + "\n  deterministic_key: other\n  key_derivation_salt: '" + of("rails/salt") + "'\n");
        RailsDecryption rails = new RailsDecryption(credentials);
        for (String form : List.of("sha256", "sha1", "compressed", "envelope")) {
            assertThat(rails.open(of("rails/" + form))).as(form).contains(SECRET);
        }
        RailsDecryption other = new RailsDecryption(key("primary_key: x\nkey_derivation_salt: " + of("rails/salt")));
        assertThat(other.open(of("rails/sha256"))).isEmpty();
        assertThat(new RailsDecryption(key(of("rails/primary"))).open(of("rails/sha256")))
                .isEmpty();
        for (String odd : List.of("{", "{}", "null", "{\"p\":\"\",\"h\":{\"iv\":\"\",\"at\":\"\"}}", SECRET)) {
            assertThat(rails.open(odd)).as(odd).isEmpty();
        }
    }

    @Test
    void texts_of_attr_encrypted_are_opened_by_both_ciphers() {
        AttrEncryptedDecryption rails = new AttrEncryptedDecryption(key(of("attrEncrypted/key")));
        for (String form : List.of("gcm", "cbc")) {
            String path = "attrEncrypted/" + form;
            assertThat(rails.open(of(path + "/value"), of(path + "/iv"), of(path + "/salt")))
                    .as(form)
                    .contains(SECRET);
            assertThat(rails.open(of(path + "/value"), of(path + "/iv"), "_AAAA"))
                    .as(form)
                    .isNotEqualTo(SECRET);
        }
        assertThat(new AttrEncryptedDecryption(WRONG)
                        .open(of("attrEncrypted/gcm/value"), of("attrEncrypted/gcm/iv"), of("attrEncrypted/gcm/salt")))
                .isEmpty();
        assertThat(rails.open(of("attrEncrypted/gcm/value"), null, of("attrEncrypted/gcm/salt")))
                .isEmpty();
    }

    @Test
    void better_auth_s_texts_are_opened_with_and_without_a_version() {
        BetterAuthDecryption one = new BetterAuthDecryption(key(of("betterAuth/key")));
        assertThat(one.open(of("betterAuth/bare"))).contains(SECRET);
        assertThat(one.open(of("betterAuth/envelope"))).isEmpty();
        BetterAuthDecryption both = new BetterAuthDecryption(key("BETTER_AUTH_SECRET=" + of("betterAuth/key")
                + "\nBETTER_AUTH_SECRETS=2:" + of("betterAuth/second") + ",1:another\n"));
        assertThat(both.open(of("betterAuth/bare"))).contains(SECRET);
        assertThat(both.open(of("betterAuth/envelope"))).contains(SECRET);
        String bare = of("betterAuth/bare");
        for (String odd : List.of("", "00", "zz", bare.substring(2), bare.substring(0, bare.length() - 2) + "00")) {
            assertThat(both.open(odd)).as(odd).isEmpty();
        }
    }

    @Test
    void a_key_shows_nothing_and_opens_nothing_once_it_is_closed() {
        FactorKey key = key(of("betterAuth/key"));
        assertThat(key.toString()).doesNotContain(of("betterAuth/key"));
        key.close();
        assertThat(new BetterAuthDecryption(key).open(of("betterAuth/bare"))).isEmpty();
        assertThatThrownBy(() -> key("# only a comment\n\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("APP_KEY");
        assertThatThrownBy(() -> key("two\nlines\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keys_of_rails_are_derived_once_for_a_key_and_overwritten_with_it() {
        FactorKey key = key("primary_key: " + of("rails/primary") + "\nkey_derivation_salt: " + of("rails/salt"));
        assertThat(new RailsDecryption(key).open(of("rails/sha256"))).contains(SECRET);
        List<byte[]> derived = key.derived("rails", other -> List.of());
        assertThat(derived).hasSize(2);
        RailsDecryption rails = new RailsDecryption(key);
        assertThat(rails.open(of("rails/sha256"))).contains(SECRET);
        key.close();
        assertThat(derived).allSatisfy(one -> assertThat(one).containsOnly(0));
        assertThat(rails.open(of("rails/sha256"))).isEmpty();
    }

    private static FactorKey key(String text) {
        return FactorKey.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
