;; Rows of pixels as PNG has them: filtered, sixteen bytes at once, their bytes counted and summed up.
;;
;; png_rows.wasm is this text assembled: deno run -A build/assemble.ts
(module
  (memory (export "memory") 1)

  ;; Of eight pixels to the left, above, and above to the left those that are nearest to
  ;; left + above − corner; of equally near ones in this order
  (func $choose (param $left v128) (param $above v128) (param $corner v128) (result v128)
    (local $a v128) (local $b v128) (local $c v128)
    (local.set $a (i16x8.sub (local.get $above) (local.get $corner)))
    (local.set $b (i16x8.sub (local.get $left) (local.get $corner)))
    (local.set $c (i16x8.abs (i16x8.add (local.get $a) (local.get $b))))
    (local.set $a (i16x8.abs (local.get $a)))
    (local.set $b (i16x8.abs (local.get $b)))
    (v128.bitselect
      (v128.bitselect
        (local.get $corner)
        (local.get $above)
        (i16x8.gt_s (local.get $b) (local.get $c)))
      (local.get $left)
      (v128.or
        (i16x8.gt_s (local.get $a) (local.get $b))
        (i16x8.gt_s (local.get $a) (local.get $c)))))

  ;; Filters a row by Paeth's filter, with room for 15 bytes more behind it; the one above it lies
  ;; before it, and nothing is to the left of its first pixel
  (func $foretell
    (param $from i32) (param $length i32) (param $channels i32) (param $to i32)
    (local $end i32) (local $left v128) (local $above v128) (local $corner v128)
    (local.set $end (i32.add (local.get $from) (local.get $channels)))
    (loop $first
      (i32.store8
        (local.get $to)
        (i32.sub
          (i32.load8_u (local.get $from))
          (i32.load8_u (i32.sub (local.get $from) (local.get $length)))))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))
      (br_if $first (i32.lt_u (local.get $from) (local.get $end))))
    (local.set $end
      (i32.sub (i32.add (local.get $end) (local.get $length)) (local.get $channels)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $left (v128.load (i32.sub (local.get $from) (local.get $channels))))
        (local.set $above (v128.load (i32.sub (local.get $from) (local.get $length))))
        (local.set $corner
          (v128.load
            (i32.sub (i32.sub (local.get $from) (local.get $length)) (local.get $channels))))
        (v128.store
          (local.get $to)
          (i8x16.sub
            (v128.load (local.get $from))
            (i8x16.narrow_i16x8_u
              (call $choose
                (i16x8.extend_low_i8x16_u (local.get $left))
                (i16x8.extend_low_i8x16_u (local.get $above))
                (i16x8.extend_low_i8x16_u (local.get $corner)))
              (call $choose
                (i16x8.extend_high_i8x16_u (local.get $left))
                (i16x8.extend_high_i8x16_u (local.get $above))
                (i16x8.extend_high_i8x16_u (local.get $corner))))))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (br $next))))

  ;; Filters $count rows, at least one, of $length bytes, at least $channels, each behind its filter:
  ;; 4 is Paeth's, 0 leaves them as they are. The row above the first one lies before it; behind
  ;; $from and $to there is room for 15 bytes more.
  (func (export "filterRows")
    (param $from i32) (param $count i32) (param $length i32) (param $channels i32)
    (param $filter i32) (param $to i32)
    (loop $next
      (i32.store8 (local.get $to) (local.get $filter))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))
      (if (local.get $filter)
        (then
          (call $foretell
            (local.get $from) (local.get $length) (local.get $channels) (local.get $to)))
        (else (memory.copy (local.get $to) (local.get $from) (local.get $length))))
      (local.set $from (i32.add (local.get $from) (local.get $length)))
      (local.set $to (i32.add (local.get $to) (local.get $length)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br_if $next (local.get $count))))

  ;; Counts bytes, at least one, in 256 counts
  (func (export "countBytes") (param $from i32) (param $length i32) (param $counts i32)
    (local $end i32) (local $at i32)
    (local.set $end (i32.add (local.get $from) (local.get $length)))
    (loop $next
      (local.set $at
        (i32.add
          (local.get $counts)
          (i32.shl (i32.load8_u (local.get $from)) (i32.const 2))))
      (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $from) (local.get $end)))))

  ;; Adds bytes, at least one, to the two sums of Adler-32
  (func (export "addBytes") (param $from i32) (param $length i32) (param $sums i32)
    (local $low i32) (local $high i32) (local $end i32) (local $part i32)
    (local.set $low (i32.load (local.get $sums)))
    (local.set $high (i32.load offset=4 (local.get $sums)))
    (local.set $end (i32.add (local.get $from) (local.get $length)))
    (loop $next
      ;; so many overflow no 32 bits
      (local.set $part (i32.add (local.get $from) (i32.const 5552)))
      (if (i32.gt_u (local.get $part) (local.get $end))
        (then (local.set $part (local.get $end))))
      (loop $byte
        (local.set $low (i32.add (local.get $low) (i32.load8_u (local.get $from))))
        (local.set $high (i32.add (local.get $high) (local.get $low)))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (br_if $byte (i32.lt_u (local.get $from) (local.get $part))))
      (local.set $low (i32.rem_u (local.get $low) (i32.const 65521)))
      (local.set $high (i32.rem_u (local.get $high) (i32.const 65521)))
      (br_if $next (i32.lt_u (local.get $from) (local.get $end))))
    (i32.store (local.get $sums) (local.get $low))
    (i32.store offset=4 (local.get $sums) (local.get $high))))
