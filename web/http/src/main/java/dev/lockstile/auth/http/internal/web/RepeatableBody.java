package dev.lockstile.auth.http.internal.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A request whose body has been looked at, and can be read once more from its beginning. */
public final class RepeatableBody extends HttpServletRequestWrapper {

    private final byte[] head;
    private final InputStream whole;

    private RepeatableBody(HttpServletRequest request, byte[] head, InputStream rest) {
        super(request);
        this.head = head;
        this.whole = new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    /** Reads up to that many bytes. */
    public static RepeatableBody of(HttpServletRequest request, int most) throws IOException {
        try {
            InputStream body = request.getInputStream();
            return new RepeatableBody(request, body.readNBytes(most), body);
        } catch (RuntimeException e) {
            throw new IOException("the container cannot read the body", e);
        }
    }

    /** What was read: the whole body, if it is not longer. */
    public byte[] head() {
        return head.clone();
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Again(whole);
    }

    @Override
    public BufferedReader getReader() throws UnsupportedEncodingException {
        String named = getCharacterEncoding();
        try {
            Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
            return new BufferedReader(new InputStreamReader(whole, charset));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedEncodingException(named); // as every container does
        }
    }

    private static final class Again extends ServletInputStream {

        private final InputStream body;
        private boolean ended;

        Again(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            ended = next < 0;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = body.read(into, from, most);
            ended = count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return ended;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is read without waiting for events");
        }
    }
}
