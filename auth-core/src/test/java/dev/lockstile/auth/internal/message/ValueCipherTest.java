package dev.lockstile.auth.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueCipherTest {

    private static final Map<String, String> VALUES = Map.of("code", "482913", "service", "Café ñ 😀\uD800");

    private final Randomness randomness = Randomness.secure();
    private final byte[] key = randomness.bytes(32);
    private final ValueCipher seal = new ValueCipher(ValueCipherKeys.of(key), randomness);

    @Test
    void values_come_back_as_they_were() throws FailedSend {
        OutboxMessage message = message("m1", "LOGIN_CODE", "+525512345678", "");

        assertThat(seal.open(sealed(message, seal.seal(message, VALUES)))).isEqualTo(VALUES);
    }

    @Test
    void values_sealed_by_an_earlier_version_open() throws FailedSend {
        byte[] fixed = "a key of 32 bytes for the outbox".getBytes(StandardCharsets.US_ASCII);
        ValueCipher stored = new ValueCipher(ValueCipherKeys.of(fixed), count -> new byte[count]);
        OutboxMessage message = message("m1", "LOGIN_CODE", "+525512345678", "");
        String text = "v1.T2YemyZ_.AAAAAAAAAAAAAAAANfynmk7Vv0as3qmvnk3OjjLpfpf1oKxj_2a-cz-JZTQ";

        assertThat(stored.seal(message, Map.of("code", "482913"))).isEqualTo(text);
        assertThat(stored.open(sealed(message, text))).isEqualTo(Map.of("code", "482913"));
    }

    @Test
    void no_value_is_readable_and_no_two_seals_are_alike() {
        OutboxMessage message = message("m1", "LOGIN_CODE", "+525512345678", "");
        String first = seal.seal(message, VALUES);

        assertThat(first).startsWith("v1.").doesNotContain("482913", "code").isNotEqualTo(seal.seal(message, VALUES));
    }

    @Test
    void a_change_of_any_bit_is_noticed() {
        OutboxMessage message = message("m1", "LOGIN_CODE", "+525512345678", "");
        String text = seal.seal(message, VALUES);
        String head = text.substring(0, text.lastIndexOf('.') + 1);
        byte[] bytes = Base64.getUrlDecoder().decode(text.substring(head.length()));

        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] tampered = bytes.clone();
            tampered[bit / 8] ^= (byte) (1 << (bit % 8));
            String sealed = head + Base64.getUrlEncoder().withoutPadding().encodeToString(tampered);
            assertThat(failure(sealed(message, sealed)).retryable()).isFalse();
        }
    }

    @Test
    void a_seal_fits_one_message_only() {
        String text = seal.seal(message("m1", "LOGIN_CODE", "+525512345678", ""), VALUES);

        assertThat(failure(message("m2", "LOGIN_CODE", "+525512345678", text)).retryable())
                .isFalse();
        assertThat(failure(message("m1", "CHANGE_CODE", "+525512345678", text)).retryable())
                .isFalse();
        assertThat(failure(message("m1", "LOGIN_CODE", "+15005550006", text)).retryable())
                .isFalse();
        OutboxMessage sms = message("m1", "LOGIN_CODE", "+525512345678", text);
        OutboxMessage byEmail = new OutboxMessage(
                sms.id(),
                Channel.EMAIL,
                sms.recipient(),
                sms.template(),
                sms.language(),
                text,
                sms.tries(),
                sms.createdAt(),
                sms.expiresAt());
        assertThat(failure(byEmail)).as("the channel alone is another one").isNotNull();
        assertThat(failure(byEmail).retryable()).isFalse();
    }

    @Test
    void a_key_not_known_here_is_waited_for() {
        OutboxMessage message = message("m1", "LOGIN_CODE", "+525512345678", "");
        ValueCipher newer = new ValueCipher(ValueCipherKeys.of(randomness.bytes(32)), randomness);

        assertThat(failure(sealed(message, newer.seal(message, VALUES))).retryable())
                .isTrue();
    }

    @Test
    void an_older_key_still_opens_and_no_longer_seals() throws FailedSend {
        OutboxMessage message = message("m1", "LOGIN_CODE", "+525512345678", "");
        String old = seal.seal(message, VALUES);
        ValueCipher rotated = new ValueCipher(ValueCipherKeys.of(randomness.bytes(32), List.of(key)), randomness);

        assertThat(rotated.open(sealed(message, old))).isEqualTo(VALUES);
        assertThat(failure(sealed(message, rotated.seal(message, VALUES)))).isNotNull();
    }

    @Test
    void a_known_key_id_on_another_key_does_not_open() {
        OutboxMessage message = message("m1", "LOGIN_CODE", "+525512345678", "");
        ValueCipher other = new ValueCipher(ValueCipherKeys.of(randomness.bytes(32)), randomness);
        String foreign = other.seal(message, VALUES);
        String mine = seal.seal(message, VALUES);
        String mixed = mine.substring(0, mine.lastIndexOf('.')) + foreign.substring(foreign.lastIndexOf('.'));

        assertThat(failure(sealed(message, mixed)).retryable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v2.a.b", "v1..", "v1.a.b.c", "plain text", "...."})
    void nonsense_is_refused(String text) {
        assertThat(failure(message("m1", "LOGIN_CODE", "+525512345678", text))).isNotNull();
    }

    @Test
    void a_seal_cut_short_is_refused() {
        OutboxMessage message = message("m1", "LOGIN_CODE", "+525512345678", "");
        String text = seal.seal(message, VALUES);

        for (int length = 0; length < text.length(); length++) {
            assertThat(failure(sealed(message, text.substring(0, length)))).isNotNull();
        }
    }

    @Test
    void a_key_is_32_bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> ValueCipherKeys.of(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> ValueCipherKeys.of(key, List.of(new byte[16])));
        assertThat(ValueCipherKeys.of(key)).hasToString("ValueCipherKeys[1]");
    }

    @Test
    void bytes_that_are_no_map_are_refused() {
        byte[] good = ValueCodec.encode(VALUES);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ValueCodec.decode(Arrays.copyOf(good, good.length + 1)));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ValueCodec.decode(Arrays.copyOf(good, good.length - 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> ValueCodec.encode(Map.of("link", "x".repeat(70_000))));
    }

    private FailedSend failure(OutboxMessage message) {
        return catchThrowableOfType(FailedSend.class, () -> seal.open(message));
    }

    private static OutboxMessage sealed(OutboxMessage message, String text) {
        return message(message.id(), message.template(), message.recipient(), text);
    }

    private static OutboxMessage message(String id, String template, String recipient, String sealed) {
        Instant now = Instant.parse("2026-11-21T10:00:00Z");
        return new OutboxMessage(id, Channel.SMS, recipient, template, "es", sealed, 0, now, now.plusSeconds(300));
    }
}
