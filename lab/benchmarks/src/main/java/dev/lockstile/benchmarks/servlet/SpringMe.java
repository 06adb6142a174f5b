package dev.lockstile.benchmarks.servlet;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The account of the caller, read by one query and written by Jackson, with the members of the library's answer. */
final class SpringMe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final List<String> USER = List.of(
            "id",
            "email",
            "email_verified_at",
            "phone",
            "phone_verified_at",
            "username",
            "is_active",
            "is_staff",
            "is_superuser",
            "joined_at",
            "last_login_at",
            "terms_accepted_at",
            "settings");
    private static final List<String> PROFILE = List.of(
            "id",
            "first_name",
            "last_name_1",
            "last_name_2",
            "birthday",
            "gender",
            "role",
            "is_default",
            "is_active",
            "label",
            "picture",
            "settings");
    private static final String QUERY = "select u." + String.join(", u.", USER) + ", p." + String.join(", p.", PROFILE)
            + " from auth_user u left join auth_profile p on p.user_id = u.id and p.deleted_at is null"
            + " where u.id = ? and u.deleted_at is null and u.is_active = true order by p.created_at, p.id";

    private final transient JdbcTemplate sql;
    private final transient ObjectMapper json = new ObjectMapper();

    SpringMe(JdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Account> found = sql.query(
                QUERY,
                (row, number) -> new Account(members(row, USER, 0), members(row, PROFILE, USER.size())),
                Long.valueOf(request.getRemoteUser()));
        if (found.isEmpty()) {
            response.setStatus(404);
            return;
        }
        List<Map<String, @Nullable Object>> profiles =
                found.stream().map(Account::profile).toList();
        byte[] body = json.writeValueAsBytes(
                Map.of("user", found.get(0).user(), "profile", profiles.get(0), "profiles", profiles));
        response.setContentType("application/json;charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, @Nullable Object> members(ResultSet row, List<String> columns, int before)
            throws SQLException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        int at = before;
        for (String column : columns) {
            members.put(column, row.getString(++at));
        }
        return members;
    }

    /** One row: the user, and a profile of theirs. */
    private record Account(Map<String, @Nullable Object> user, Map<String, @Nullable Object> profile) {}
}
