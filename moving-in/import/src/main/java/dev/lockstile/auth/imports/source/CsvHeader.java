package dev.lockstile.auth.imports.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The names of the columns of a CSV file, in lower case; empty for a column without a name. */
record CsvHeader(List<String> names) {

    /** Reads the names from the first record. */
    static CsvHeader of(CSVRecord first) throws BadRecordException {
        List<String> names = new ArrayList<>();
        for (@Nullable String cell : first) {
            String name = name(cell);
            int same = name.isEmpty() ? -1 : names.indexOf(name);
            if (same >= 0) {
                throw new BadRecordException("the first line names the columns " + (same + 1) + " and "
                        + (names.size() + 1) + " alike, " + name);
            }
            names.add(name);
        }
        return new CsvHeader(names);
    }

    /** Returns true for a line without a cell, or with white space alone. */
    static boolean isBlank(CSVRecord record) {
        return record.size() == 1 && (record.get(0) == null || record.get(0).isBlank());
    }

    /** Returns true for a record that repeats the names, as in a file that was joined from several. */
    boolean isRepeated(CSVRecord record) {
        return record.size() == names.size()
                && IntStream.range(0, names.size())
                        .allMatch(at -> name(record.get(at)).equals(names.get(at)));
    }

    private static String name(@Nullable String cell) {
        return cell == null ? "" : cell.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
    }

    SourceRow row(CSVRecord record, long place) throws BadRecordException {
        if (record.size() != names.size()) {
            throw new BadRecordException("it has " + record.size() + " cells where the first record names "
                    + names.size() + " columns (it ends on line "
                    + record.getParser().getCurrentLineNumber() + ")");
        }
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                cells.put(names.get(i), i == 0 ? withoutMark(record.get(i)) : record.get(i));
            }
        }
        return new SourceRow(place, place, cells);
    }

    /** Removes the byte order mark of a file that was appended to another one. */
    private static @Nullable String withoutMark(@Nullable String cell) {
        return cell == null || !cell.startsWith("\ufeff") ? cell : cell.substring(1);
    }
}
