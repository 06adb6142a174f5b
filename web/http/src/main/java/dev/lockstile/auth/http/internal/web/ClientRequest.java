package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.input.InvalidInputException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request as a client sent it. Containers read its parts when they are asked for, and throw exceptions of their own
 * where they cannot: those are the client's mistake (400), and no defect of ours. The type of the body is the header as
 * it stands, which no container has looked a charset up for.
 */
public final class ClientRequest extends HttpServletRequestWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(ClientRequest.class);

    public ClientRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getContentType() {
        return getHeader("Content-Type");
    }

    @Override
    public @Nullable String getHeader(String name) {
        return read(() -> super.getHeader(name));
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return read(() -> super.getHeaders(name));
    }

    @Override
    public @Nullable String getPathInfo() {
        return read(super::getPathInfo);
    }

    @Override
    public @Nullable String getQueryString() {
        return read(super::getQueryString);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return read(() -> super.getParameter(name));
    }

    @Override
    public long getContentLengthLong() {
        return read(super::getContentLengthLong);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        try {
            return super.getInputStream();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    @Override
    public BufferedReader getReader() throws IOException {
        try {
            return super.getReader();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static <T> T read(Supplier<T> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static InvalidInputException unreadable(RuntimeException e) {
        LOG.debug("the container cannot read a request", e);
        return new InvalidInputException(List.of());
    }
}
