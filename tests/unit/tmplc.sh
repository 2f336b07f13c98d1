#!/bin/sh
# The template compiler: what it writes, and that it refuses expressions where no escaping is safe.
set -u
tmplc=${top_builddir:-.}/tools/tmplc
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
bad=0 n=0

compile() { printf '%s' "$1" >"$dir/t.html"; "$tmplc" "$dir/t.h" "$dir/t.c" t.h "$dir/t.html" 2>"$dir/err"; }

# takes TEMPLATE TEXT...: it compiles and the C holds each text
takes() {
  n=$((n + 1)) t=$1
  shift
  if ! compile "{% page t(struct sv x) %}$t{% endpage %}"; then echo "refused: $t ($(cat "$dir/err"))"; bad=1; return; fi
  for want; do grep -qF -- "$want" "$dir/t.c" || { echo "no '$want' in the C of: $t"; bad=1; }; done
}
# refuses TEMPLATE WHY: it does not compile and says why, with file and line
refuses() {
  n=$((n + 1))
  if compile "{% page t(struct sv x) %}$1{% endpage %}"; then echo "taken: $1"; bad=1; return; fi
  grep -q "t.html:[0-9]*: .*$2" "$dir/err" || { echo "$1: says '$(cat "$dir/err")', not '$2'"; bad=1; }
}

takes '<p>{{ x }}</p>' 'OUT_TEXT(out, ( x ))' 'void t(struct buf *out, struct sv x)'
takes '<p class="a {{ x }}">' 'OUT_ATTR(out,'
takes '<a href="{{ x }}">' 'OUT_URL(out,'
takes '<a href="/search?q={{ x }}">' 'OUT_URL_PART(out,'
takes '<a href="{{ x }}?page={{ x }}">' 'OUT_URL(out,' 'OUT_URL_PART(out,'
takes '<form action="{{ x }}">' 'OUT_URL(out,'
takes '<input{% if x.n %} checked{% end %} value="{{ x }}">' 'if (x.n) {'
takes '<p class="a{% if x.n %} b{% elif x.p %} c{% else %} d{% end %}">' '} else if (x.p) {' '} else {'
takes '{% for int i = 0; i < 3; i++ %}<i>{{ i }}</i>{% end %}' 'for (int i = 0; i < 3; i++) {'
takes '{% let int y = 1 %}{{ y }}' 'int y = 1;'
takes '{% render other(out, x) %}' 'other(out, x);'
takes '<!-- a { comment } -->{# gone #}<p>q"\' '\"\\'
takes '<script src="/a.js" defer></script><p>{{ x }}</p>' 'OUT_TEXT(out,'
takes '<style>p { color: red }</style>{{ x }}' 'OUT_TEXT(out,'
refuses '<script>{{ x }}</script>' 'a script or style'
refuses '<style>{{ x }}</style>' 'a script or style'
refuses '<SCRIPT>{{ x }}</SCRIPT>' 'a script or style'
refuses '<p onclick="{{ x }}">' 'attribute onclick'
refuses '<p ONCLICK="{{ x }}">' 'attribute onclick'
refuses '<p style="{{ x }}">' 'attribute style'
refuses '<iframe srcdoc="{{ x }}">' 'attribute srcdoc'
refuses '<img srcset="{{ x }}">' 'attribute srcset'
refuses '<meta http-equiv="{{ x }}">' 'attribute http-equiv'
refuses '<p class={{ x }}>' 'an unquoted value'
refuses '<p class=a>' 'unquoted value'
refuses '<{{ x }}>' "stray '<'"
refuses '<p {{ x }}>' 'a tag'
refuses '<p a{{ x }}>' "attribute's name"
refuses '<!-- {{ x }} -->' 'a comment'
refuses '<!doctype {{ x }}>' 'a declaration'
refuses '{% if x %}<p{% end %}' 'different places'
refuses '<p {% if x %}class="{% end %}">' 'different places'
refuses '{% if x %}' 'the page ends inside a block'
refuses '<p' 'the page ends inside'
refuses '{% end %}' 'without a block'
refuses '{% else %}' 'without a block'
refuses '{% if x %}{% else %}{% else %}{% end %}' 'without an if'
refuses '{% for ;; %}{% else %}{% end %}' 'without an if'
refuses '{% nonsense %}' "no directive 'nonsense'"
refuses '<a href="{% if x %}{% end %}">' 'no block may begin'
refuses '<p class="{% render f(out) %}">' "no directive 'render'"
refuses '{{ x ' 'not closed'

# A directive alone on its line leaves no blank line; line numbers stay right for gcc's messages.
compile '{% page t(struct sv x) %}
{% if x.n %}
<p>{{ x }}</p>
{% end %}
{% endpage %}
' || { cat "$dir/err"; bad=1; }
grep -qF 'page_raw(out, SV("<p>"))' "$dir/t.c" || { echo "blank lines stay"; bad=1; }
grep -qF "#line 3 " "$dir/t.c" || { echo "line numbers are wrong"; bad=1; }
[ "$bad" = 0 ] && echo "$n templates, each taken or refused as it should be"
exit "$bad"
