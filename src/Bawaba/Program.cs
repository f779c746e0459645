// The one program: a table of verbs, nothing else.
return 0;
