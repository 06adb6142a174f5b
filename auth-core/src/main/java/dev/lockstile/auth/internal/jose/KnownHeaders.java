package dev.lockstile.auth.internal.jose;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Headers whose signatures were verified, by their encoded text. All tokens of one key have the same header, which is
 * parsed once. A client cannot fill it, since only a key of ours leads to an entry. Safe for any number of threads.
 */
public final class KnownHeaders {

    private static final int MOST = 16;

    private final Map<String, JwsHeader> byText = new ConcurrentHashMap<>();

    /** The header with that text; null where none was verified so far. */
    @Nullable
    JwsHeader find(String text) {
        return byText.get(text);
    }

    /** Keeps the header of content whose signature was verified. */
    public void add(CompactJws verified) {
        JwsHeader header = verified.header();
        if (byText.containsKey(header.text())) {
            return;
        }
        if (byText.size() >= MOST) {
            byText.clear();
        }
        byText.put(header.text(), header);
    }
}
