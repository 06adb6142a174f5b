package dev.lockstile.auth.internal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DigestsTest {

    private static final int MANY = 20_000;

    private final byte[] master = new byte[32];
    private final Digests digests = new Digests(master);

    @Test
    void a_digest_is_the_mac_under_the_key_of_its_use() {
        Digests.Use use = digests.use("codes");
        byte[] key = Digests.hmac(master, "lockstile/v1/codes".getBytes(UTF_8));
        assertThat(use.raw("one".getBytes(UTF_8))).isEqualTo(Digests.hmac(key, "one".getBytes(UTF_8)));
        assertThat(use.raw("two".getBytes(UTF_8))).isEqualTo(Digests.hmac(key, "two".getBytes(UTF_8)));
    }

    @Test
    void threads_that_digest_under_one_key_at_once_do_not_disturb_each_other() {
        Digests.Use use = digests.use("codes");
        List<byte[]> messages = IntStream.range(0, MANY)
                .mapToObj(i -> ("message " + i).getBytes(UTF_8))
                .toList();
        List<byte[]> alone = messages.stream().map(use::raw).toList();
        List<byte[]> together = messages.parallelStream().map(use::raw).toList();
        long equal = IntStream.range(0, MANY)
                .filter(i -> Arrays.equals(alone.get(i), together.get(i)))
                .count();
        assertThat(equal).isEqualTo(MANY);
    }
}
