package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.people.UncopiedRows;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Codes of the source system: none is imported; those still open are counted separately in the report. */
record OpenCodes(Source source, SourceTable table, Predicate<SourceRow> isOpen) {

    private static final int PAGE = 1000;

    List<UncopiedRows> uncopied() {
        long all = 0;
        long open = 0;
        @Nullable Object after = null;
        List<SourceRow> page;
        do {
            page = source.page(table, after, PAGE);
            all += page.size();
            open += page.stream().filter(isOpen).count();
            after = page.isEmpty() ? after : page.get(page.size() - 1).place();
        } while (page.size() == PAGE);
        return List.of(
                new UncopiedRows("otp_codes", all - open, "codes_not_imported"),
                new UncopiedRows("otp_codes", open, "codes_expired_by_import"));
    }
}
