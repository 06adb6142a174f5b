create sequence desks start 100;
