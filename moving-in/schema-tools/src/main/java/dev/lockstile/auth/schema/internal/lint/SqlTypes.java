package dev.lockstile.auth.schema.internal.lint;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which change of a column's type leaves the rows as they lie. */
final class SqlTypes {

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("decimal", "numeric"),
            Map.entry("character varying", "varchar"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"));

    private static final Pattern PARTS = Pattern.compile("^([^(]+?)(?: ?\\(([\\d, ]+)\\))?( with(?:out)? time zone)?$");

    private SqlTypes() {}

    /** Whether both are the same type, however it is spelled. */
    static boolean same(String before, String now) {
        return canonical(before).equals(canonical(now));
    }

    /** Whether every value of the one is a value of the other that lies on the disk as it did. */
    static boolean widens(ColumnDef before, ColumnDef now, LintDatabase database) {
        if (before.isVarchar() || before.isText() && !database.isMySql()) {
            boolean text = now.isText() && !database.isMySql();
            boolean grows = now.isVarchar() && now.length() >= before.length();
            return text || grows;
        }
        if (database.isMySql()) {
            return false;
        }
        String from = canonical(before.type());
        String to = canonical(now.type());
        if (base(from).equals("numeric") && base(to).equals("numeric")) {
            return scale(from) == scale(to) && precision(from) <= precision(to) || precision(to) == Integer.MAX_VALUE;
        }
        boolean time =
                base(from).matches("timestamp.*|time.*|interval") && base(from).equals(base(to));
        return time && precision(from) <= precision(to) || from.equals("cidr") && to.equals("inet");
    }

    private static String canonical(String type) {
        Matcher parts = PARTS.matcher(type.strip());
        if (!parts.matches()) {
            return type;
        }
        String zone = parts.group(3) == null ? "" : parts.group(3);
        String name = SPELLINGS
                .getOrDefault(parts.group(1) + zone, SPELLINGS.getOrDefault(parts.group(1), parts.group(1)) + zone)
                .replace(" without time zone", "");
        return parts.group(2) == null ? name : name + " (" + parts.group(2) + ")";
    }

    private static String base(String type) {
        return type.replaceFirst(" \\(.*", "");
    }

    private static int precision(String type) {
        Matcher number = Pattern.compile("\\((\\d+)").matcher(type);
        return number.find() ? Integer.parseInt(number.group(1)) : Integer.MAX_VALUE;
    }

    private static int scale(String type) {
        Matcher number = Pattern.compile(", (\\d+)\\)").matcher(type);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }
}
