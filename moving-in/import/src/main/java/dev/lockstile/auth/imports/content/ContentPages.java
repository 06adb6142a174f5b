package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the source that a mapping names, page by page. */
final class ContentPages {

    private final Source source;
    private final ContentMapping mapping;
    private final SourceTable table;

    /** @throws SourceUnusableException when the source lacks the table or a column */
    ContentPages(Source source, ContentMapping mapping) {
        this.source = source;
        this.mapping = mapping;
        this.table = table();
    }

    void each(int size, Consumer<List<ContentRow>> use) {
        @Nullable Object after = null;
        List<SourceRow> page;
        do {
            page = source.page(table, after, size);
            if (!page.isEmpty()) {
                use.accept(page.stream()
                        .flatMap(row -> ContentRow.of(row, mapping.from().each()).stream())
                        .toList());
                after = page.get(page.size() - 1).place();
            }
        } while (page.size() == size);
    }

    /** Where columns are fixed, only those that the mapping names are read; documents are read whole. */
    private SourceTable table() {
        String name = name();
        List<String> columns = source.columns(name);
        String wanted = mapping.from().id();
        String id = wanted == null
                ? spelled(columns, "id").orElse("_id")
                : spelled(columns, wanted).orElse(wanted);
        boolean fixed = !columns.isEmpty() && source.count(name) >= 0;
        return new SourceTable(
                name,
                id,
                fixed
                        ? wanted(id).stream()
                                .map(path -> required(columns, path))
                                .distinct()
                                .toList()
                        : columns);
    }

    private String name() {
        List<String> tables = source.tables();
        String named = mapping.from().table();
        if (named == null && tables.size() == 1) {
            return tables.get(0);
        }
        if (named == null) {
            throw new SourceUnusableException(
                    source.description() + " has several tables: the mapping names one as \"from\"");
        }
        boolean file = tables.size() == 1 && source.count(tables.get(0)) < 0;
        return file
                ? tables.get(0)
                : spelled(tables, named)
                        .orElseThrow(
                                () -> new SourceUnusableException(source.description() + " has no table " + named));
    }

    private Set<String> wanted(String id) {
        Set<String> all = new LinkedHashSet<>(List.of(id));
        Stream.of(
                        Stream.ofNullable(mapping.from().each()),
                        mapping.cells().columns().values().stream(),
                        mapping.cells().owners().values().stream(),
                        mapping.cells().rows().values().stream().map(ContentMapping.OtherRow::cell))
                .flatMap(paths -> paths)
                .forEach(all::add);
        return all;
    }

    private String required(List<String> columns, String path) {
        return spelled(columns, path)
                .or(() -> spelled(columns, ContentRow.column(path)))
                .orElseThrow(() -> new SourceUnusableException(
                        source.description() + " has no column " + path + ", which the mapping names"));
    }

    private static Optional<String> spelled(List<String> names, String wanted) {
        return names.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> names.stream().filter(wanted::equalsIgnoreCase).findFirst());
    }
}
