<?php
// The peer: the same page from the same tables, as one would write it in plain PHP, with a persistent connection and prepared
// statements. What stands around the page is the portal's own (top.html, bottom.html), read from files.
function e($s) { return htmlspecialchars($s, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8'); }
function day($s) { return $s === null ? 'no date' : date('j M Y', strtotime($s)); }
function state($state, $rating) {
  switch ($state) {
    case 'reviewed': return '<span class="state done">' . e($rating) . '</span>';
    case 'flagged': return '<span class="state flagged">flagged</span>';
    case 'reopened': return '<span class="state flagged">open again</span>';
  }
  return '<span class="state machine">machine-read, not reviewed</span>';
}
$sign = ['agrees' => ['agree', 'agrees'], 'differs' => ['contra', 'differs'], 'carried' => ['carry', 'carries'], 'silent' => ['silent', 'silent'], 'alone' => ['alone', 'only here']];

date_default_timezone_set('UTC');
$id = (int)substr($_SERVER['REQUEST_URI'], 7);
$db = new PDO($_SERVER['BENCH_DSN'], null, null, [PDO::ATTR_PERSISTENT => true, PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
$q = $db->prepare('SELECT id, title, first_day, last_day, state, n_articles, n_claims, n_disagreements, version, changed FROM story WHERE id = ?');
$q->execute([$id]);
$story = $q->fetch(PDO::FETCH_ASSOC);
if (!$story) { http_response_code(404); exit; }
$q = $db->prepare('SELECT pos, source_id, source_name, article_id, title, published FROM grid_column WHERE story_id = ? ORDER BY pos');
$q->execute([$id]);
$columns = $q->fetchAll(PDO::FETCH_ASSOC);
$q = $db->prepare('SELECT claim_id, slot, wording, state, rating_label, disagreement, why, array_to_json(cell_column) AS cell_column, array_to_json(cell_value) AS cell_value,
  array_to_json(cell_text) AS cell_text, array_to_json(cell_sign) AS cell_sign, array_to_json(cell_why) AS cell_why, array_to_json(cell_via) AS cell_via
  FROM grid_row WHERE story_id = ? AND pos < 200 ORDER BY pos');
$q->execute([$id]);
header('Content-Type: text/html; charset=utf-8');
ob_start();
readfile(__DIR__ . '/top.html');
?>
<div class="head"><h1><?= e($story['title']) ?></h1><div class="facts"><span><?= day($story['first_day']) ?> to <?= day($story['last_day']) ?></span><span><?= $story['n_articles'] ?> articles</span><span><?= $story['n_claims'] ?> claims</span>
<?php if ($story['n_disagreements'] > 0): ?>
<span class="rel contra"><?= $story['n_disagreements'] ?> disagreements</span>
<?php endif ?>
<span><kbd>j</kbd> <kbd>k</kbd> rows · <kbd>enter</kbd> open · <kbd>f</kbd> flag · <kbd>v</kbd> verdict</span></div></div>
<div class="gridbox" tabindex="0" role="region" aria-label="Claims by source"><table class="grid">
<thead><tr><th scope="col">What is claimed</th>
<?php foreach ($columns as $c): ?>
<th scope="col"><a href="/source/<?= $c['source_id'] ?>"><?= e($c['source_name']) ?></a><div class="small"><a href="/article/<?= $c['article_id'] ?>"><?= e($c['title']) ?></a></div><div class="soft small"><?= day($c['published']) ?>, <?= substr($c['published'], 11, 5) ?> UTC</div></th>
<?php endforeach ?>
</tr></thead>
<tbody>
<?php while ($row = $q->fetch(PDO::FETCH_ASSOC)):
  $at = array_flip(json_decode($row['cell_column']));
  $value = json_decode($row['cell_value']); $text = json_decode($row['cell_text']); $signs = json_decode($row['cell_sign']); $why = json_decode($row['cell_why']); $via = json_decode($row['cell_via']); ?>
<tr data-row id="claim-<?= $row['claim_id'] ?>"><th scope="row"><a href="/claim/<?= $row['claim_id'] ?>"><?= e($row['slot'] !== '' ? $row['slot'] : $row['wording']) ?></a>
<div class="small">
<?php if ($row['disagreement'] > 0): ?><span class="rel contra">sources disagree</span>
<?php endif ?>
<?= state($row['state'], $row['rating_label']) ?>

<?php if ($row['why'] !== ''): ?><span class="soft"><?= e($row['why']) ?></span>
<?php endif ?>
</div></th>
<?php foreach ($columns as $c):
  if (!isset($at[$c['pos']])): ?>
<td data-source="<?= e($c['source_name']) ?>"><span class="rel silent">silent</span></td>
<?php continue; endif;
  $i = $at[$c['pos']]; [$css, $label] = $sign[$signs[$i]]; ?>
<td data-source="<?= e($c['source_name']) ?>" class="<?= $css ?>"><span class="num"><?= e($value[$i]) ?></span>
<span class="quote small"><?= e($text[$i]) ?></span>
<span class="rel <?= $css ?>"><?= $label ?><?= $via[$i] !== '' ? ' from ' . e($via[$i]) : '' ?></span>
<span class="soft small"><?= e($why[$i]) ?></span>
</td>
<?php endforeach ?>
</tr>
<?php endwhile ?>
</tbody></table></div>
<p class="soft small">Relations are computed by the machine from the sentences; what has no verdict has not been reviewed. <a href="/how-it-works#signs">What the signs mean</a></p>
<?php
readfile(__DIR__ . '/bottom.html');
