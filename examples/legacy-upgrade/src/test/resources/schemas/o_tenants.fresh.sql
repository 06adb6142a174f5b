create sequence member_numbers start 100;
