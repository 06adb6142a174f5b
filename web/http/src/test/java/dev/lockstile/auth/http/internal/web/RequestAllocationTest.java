package dev.lockstile.auth.http.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request pays: nothing near the 8 KiB of a buffer for a body of a few members. */
class RequestAllocationTest {

    private static final String BODY = "{\"login\":\"ana@example.com\"}";
    private static final int TIMES = 500;

    @Test
    void an_ended_body_is_dropped_without_a_buffer() {
        assertThat(allocated(() -> BodyDrain.discard(request("", 0)))).isLessThan(2_000);
    }

    @Test
    void a_short_body_is_read_into_a_short_buffer() {
        assertThat(allocated(() -> Body.read(request(BODY, BODY.length()), Body.LIMIT)))
                .isLessThan(7_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 5, 27, 28, 5_000})
    void the_whole_body_is_read_whatever_length_a_filter_of_the_host_leaves(long told) {
        assertThat(Body.read(request(BODY, told), Body.LIMIT).members()).containsEntry("login", "ana@example.com");
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < TIMES; i++) {
            work.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TIMES; i++) {
            work.run();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / TIMES;
    }

    private static HttpServletRequest request(String body, long told) {
        InputStream bytes = new ByteArrayInputStream(body.getBytes(UTF_8));
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestAllocationTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInputStream" -> new Bytes(bytes);
                    case "getContentLengthLong" -> told;
                    case "getContentType" -> "application/json";
                    default -> null;
                });
    }

    private static final class Bytes extends ServletInputStream {

        private final InputStream bytes;

        Bytes(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
