package dev.lockstile.auth.imports.source;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Caches the tables and columns of a source database, since they do not change between two sign-ins. */
final class JdbcCatalogue {

    private final Map<String, List<String>> columns = new ConcurrentHashMap<>();
    private volatile @Nullable List<String> tables;

    List<String> tables(Source source) {
        List<String> known = tables;
        if (known == null) {
            known = List.copyOf(source.tables());
            tables = known;
        }
        return known;
    }

    List<String> columns(String table, Function<String, List<String>> ask) {
        return columns.computeIfAbsent(table, name -> List.copyOf(ask.apply(name)));
    }
}
