noinst_LIBRARIES += libdom.a
libdom_a_SOURCES = src/dom/dom.c src/dom/dom.h src/dom/tag.def src/dom/dom_dump.c src/dom/dom_dump.h \
  src/dom/html_after.c src/dom/html_body.c src/dom/html_body_end.c src/dom/html_body_start.c \
  src/dom/html_doctype.c src/dom/html_doctype.h src/dom/quirks.def src/dom/html_foreign.c src/dom/html_foreign.h src/dom/svg.def \
  src/dom/html_format.c src/dom/html_format.h src/dom/html_head.c src/dom/html_mode.c src/dom/html_mode.h \
  src/dom/html_parse.c src/dom/html_parse.h src/dom/html_parser.c src/dom/html_parser.h \
  src/dom/html_ref.c src/dom/html_ref.h src/dom/entity.def src/dom/html_script.c src/dom/html_script.h \
  src/dom/html_table.c src/dom/html_tag.c src/dom/html_tag.h src/dom/html_token.c src/dom/html_token.h \
  src/dom/html_token_tag.c src/dom/html_token_tag.h src/dom/html_tree.c src/dom/html_tree.h
