package example.systems;

import java.util.List;

/** Auth.js with its Prisma adapter, and the column of hashes that applications with passwords add. */
final class AuthJs implements OldSystem {

    @Override
    public String preset() {
        return "authjs";
    }

    @Override
    public List<String> formats() {
        return List.of("bcrypt", "argon2id");
    }

    /** The application's own role stays behind. */
    @Override
    public List<String> importing() {
        return List.of("--preset", preset(), "--in-place", "--column", "role=ignore");
    }

    @Override
    public List<String> schema(Home home) {
        return home == Home.POSTGRES ? onPostgres() : onMariaDb();
    }

    private static List<String> onPostgres() {
        return List.of(
                "create type \"Role\" as enum ('USER', 'EDITOR')",
                "create table \"User\" (\"id\" text not null, \"name\" text, \"email\" text not null, \"emailVerified\""
                        + " timestamp(3), \"image\" text, \"password\" text, \"role\" \"Role\" not null default 'USER',"
                        + " \"createdAt\" timestamp(3) not null default current_timestamp, \"updatedAt\" timestamp(3)"
                        + " not null, constraint \"User_pkey\" primary key (\"id\"))",
                "create unique index \"User_email_key\" on \"User\" (\"email\")",
                "create table \"Session\" (\"id\" text not null, \"sessionToken\" text not null, \"userId\" text not"
                        + " null, \"expires\" timestamp(3) not null, constraint \"Session_pkey\" primary key (\"id\"))",
                "create unique index \"Session_sessionToken_key\" on \"Session\" (\"sessionToken\")",
                "alter table \"Session\" add constraint \"Session_userId_fkey\" foreign key (\"userId\") references"
                        + " \"User\" (\"id\") on delete cascade on update cascade");
    }

    private static List<String> onMariaDb() {
        return List.of(
                "create table `User` (`id` varchar(191) not null, `name` varchar(191) null, `email` varchar(191) not"
                        + " null, `emailVerified` datetime(3) null, `image` varchar(191) null, `password` varchar(191)"
                        + " null, `role` enum('USER', 'EDITOR') not null default 'USER', `createdAt` datetime(3) not null"
                        + " default current_timestamp(3), `updatedAt` datetime(3) not null, unique index"
                        + " `User_email_key` (`email`), primary key (`id`))",
                "create table `Session` (`id` varchar(191) not null, `sessionToken` varchar(191) not null, `userId`"
                        + " varchar(191) not null, `expires` datetime(3) not null, unique index"
                        + " `Session_sessionToken_key` (`sessionToken`), primary key (`id`))",
                "alter table `Session` add constraint `Session_userId_fkey` foreign key (`userId`) references `User`"
                        + " (`id`) on delete cascade on update cascade");
    }

    private static String sql(String sql, Home home) {
        return sql.replace("`", home.either("\"", "`"));
    }

    private static String id(Person person) {
        return "cl" + person.id().toString().replace("-", "").substring(0, 23);
    }

    @Override
    public List<Write> joins(Person person, Home home) {
        OldHashes hashes = OldHashes.of(person);
        return List.of(Write.of(
                sql(
                        "insert into `User` (`id`, `name`, `email`, `emailVerified`, `password`, `createdAt`,"
                                + " `updatedAt`) values (?, ?, ?, ?, ?, ?, ?)",
                        home),
                id(person),
                person.name(),
                person.email(),
                person.open() ? person.joined() : null,
                person.format().equals("bcrypt") ? hashes.bcrypt("2b", 10) : hashes.argon2(65536, 3, 4),
                person.joined(),
                person.joined()));
    }

    @Override
    public List<Write> goesOn(Person person, Home home) {
        return List.of(
                Write.of(
                        sql("update `User` set `image` = ?, `updatedAt` = ? where `id` = ?", home),
                        "https://cdn.example.org/" + person.number() + ".png",
                        person.joined().plusYears(1),
                        id(person)),
                Write.of(
                        sql(
                                "insert into `Session` (`id`, `sessionToken`, `userId`, `expires`) values (?, ?, ?, ?)",
                                home),
                        "session" + person.number(),
                        "token" + person.number(),
                        id(person),
                        person.joined().plusYears(2)));
    }

    /** It asks for no proven address. */
    @Override
    public boolean lets(Person person) {
        return true;
    }

    @Override
    public String toString() {
        return "Auth.js";
    }
}
