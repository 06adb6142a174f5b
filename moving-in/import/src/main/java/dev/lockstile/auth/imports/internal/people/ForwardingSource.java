package dev.lockstile.auth.imports.internal.people;

import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source that hands every method to another source, except for those that an implementation overrides. */
public interface ForwardingSource extends Source {

    /** {@return the other source} */
    Source source();

    @Override
    default String description() {
        return source().description();
    }

    @Override
    default List<String> tables() {
        return source().tables();
    }

    @Override
    default List<String> columns(String table) {
        return source().columns(table);
    }

    @Override
    default long count(String table) {
        return source().count(table);
    }

    @Override
    default boolean isWhole() {
        return source().isWhole();
    }

    @Override
    default Source whole() {
        return source().whole();
    }

    @Override
    default List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
        return source().page(table, after, limit);
    }

    @Override
    default List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
        return source().matching(table, column, values);
    }

    @Override
    default List<SourceRow> orphans(Source.Reference reference, @Nullable Object after, int limit) {
        return source().orphans(reference, after, limit);
    }

    @Override
    default void close() {
        source().close();
    }
}
