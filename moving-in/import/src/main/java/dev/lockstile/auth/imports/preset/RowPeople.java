package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Users that are each one row of a table, or one record of a file. */
record RowPeople(Source source, SourceTable table, Entity entity, Function<SourceRow, UserDraft> mapping)
        implements PeopleTable {

    @Override
    public SourceTable rows() {
        return table;
    }

    @Override
    public long count() {
        return source.count(table.name());
    }

    @Override
    public List<UserDraft> users(@Nullable Object after, int limit) {
        return source.page(table, after, limit).stream().map(mapping).toList();
    }
}
