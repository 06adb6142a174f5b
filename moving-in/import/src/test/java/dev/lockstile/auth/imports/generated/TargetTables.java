package dev.lockstile.auth.imports.generated;

import dev.lockstile.auth.imports.support.JpaHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rows of all tables of a host but the journal of runs, as texts. */
final class TargetTables {

    private TargetTables() {}

    static List<String> of(JpaHost host) {
        List<String> all = new ArrayList<>();
        host
                .rows("select lower(table_name) as name from information_schema.tables where lower(table_name) like"
                        + " 'auth%' and lower(table_name) not like 'auth_import_%' and lower(table_schema) = 'public'"
                        + " order by 1")
                .stream()
                .map(row -> row.get("name"))
                .forEach(table -> host.rows("select * from " + table).stream()
                        .map(row -> table + " " + new TreeMap<>(row))
                        .sorted()
                        .forEach(all::add));
        return all;
    }

    /** What accounts and the ledger hold, without keys and times that each run makes anew. */
    static List<String> withoutKeys(JpaHost host) {
        String query =
                "select l.entity, l.legacy_id, l.fingerprint, u.email, u.phone, u.username, u.email_key, u.phone_key,"
                        + " u.username_key, u.email_verified_at is null as unproven_email, u.phone_verified_at is null as unproven_phone,"
                        + " u.admitted_at is null as unadmitted, u.is_active, u.is_staff,"
                        + " u.is_superuser, u.deleted_at is null as live, u.settings from auth_legacy_link l left join auth_user u on"
                        + " l.local_ref = cast(u.id as varchar) and l.entity = 'users'";
        return host.rows(query).stream()
                .map(TreeMap::new)
                .map(Map::toString)
                .sorted()
                .toList();
    }
}
