package dev.lockstile.auth.admin;

/**
 * The number of sign-ins with one result within a period.
 *
 * @param succeeded whether the account was signed in
 * @param detail the method, such as {@code password}; for a refusal the method and the reason, such as
 *     {@code password wrong password}; empty where the event has none
 * @param count the number of sign-ins
 */
public record SignInCount(boolean succeeded, String detail, long count) {}
