;; What the places of a resized line are mixed of, as whole numbers: pixels along rows, and rows.
;;
;; mix_pass.wasm is this text assembled: deno run -A build/assemble.ts
(module
  (memory (export "memory") 1)

  ;; The levels of sums of weighted levels, whose weights have 22 bits behind the point
  (func $levels (param $a v128) (param $b v128) (param $c v128) (param $d v128) (result v128)
    (i8x16.narrow_i16x8_u
      (i16x8.narrow_i32x4_s
        (i32x4.shr_s (local.get $a) (i32.const 22))
        (i32x4.shr_s (local.get $b) (i32.const 22)))
      (i16x8.narrow_i32x4_s
        (i32x4.shr_s (local.get $c) (i32.const 22))
        (i32x4.shr_s (local.get $d) (i32.const 22)))))

  ;; Mixes the pixels of rows, three bytes each.
  ;; $rows, $from, $rowBytes: how many rows, above 0, where they lie, and their bytes
  ;; $places: how many pixels a mixed row has, above 0
  ;; $first, $past: of which pixels each is mixed: from the first to the one before past
  ;; $weights, $weightBytes: those of each, so many bytes apart
  ;; $to: where the mixed rows go, and a byte
  (func (export "mixPixels")
    (param $rows i32) (param $from i32) (param $rowBytes i32) (param $places i32)
    (param $first i32) (param $past i32) (param $weights i32) (param $weightBytes i32)
    (param $to i32)
    (local $place i32) (local $at i32) (local $end i32) (local $weight i32) (local $sums v128)
    (loop $row
      (local.set $place (i32.const 0))
      (loop $next
        (local.set $at
          (i32.add
            (local.get $from)
            (i32.mul
              (i32.const 3)
              (i32.load
                (i32.add (local.get $first) (i32.shl (local.get $place) (i32.const 2)))))))
        (local.set $end
          (i32.add
            (local.get $from)
            (i32.mul
              (i32.const 3)
              (i32.load (i32.add (local.get $past) (i32.shl (local.get $place) (i32.const 2)))))))
        (local.set $weight
          (i32.add
            (local.get $weights)
            (i32.mul (local.get $place) (local.get $weightBytes))))
        (local.set $sums (i32x4.splat (i32.const 0x200000))) ;; a half
        (block $done
          (loop $pixel
            (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $sums
              (i32x4.add
                (local.get $sums)
                (i32x4.mul
                  (v128.load32_splat (local.get $weight))
                  (i32x4.extend_low_i16x8_u
                    (i16x8.extend_low_i8x16_u (v128.load32_zero (local.get $at)))))))
            (local.set $weight (i32.add (local.get $weight) (i32.const 4)))
            (local.set $at (i32.add (local.get $at) (i32.const 3)))
            (br $pixel)))
        (v128.store32_lane 0
          (local.get $to)
          (call $levels
            (local.get $sums) (local.get $sums) (local.get $sums) (local.get $sums)))
        (local.set $to (i32.add (local.get $to) (i32.const 3)))
        (local.set $place (i32.add (local.get $place) (i32.const 1)))
        (br_if $next (i32.lt_u (local.get $place) (local.get $places))))
      (local.set $from (i32.add (local.get $from) (local.get $rowBytes)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $row (local.get $rows))))

  ;; Mixes rows to one.
  ;; $rows, $from, $rowBytes: how many, where they lie, and their bytes, above 0
  ;; $weights: those of the rows
  ;; $to: where the mixed row goes, and 15 bytes
  (func (export "mixRows")
    (param $rows i32) (param $from i32) (param $rowBytes i32) (param $weights i32) (param $to i32)
    (local $past i32) (local $at i32) (local $weight i32) (local $end i32)
    (local $bytes v128) (local $low v128) (local $high v128) (local $by v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $past (i32.add (local.get $from) (local.get $rowBytes)))
    (local.set $end (i32.add (local.get $weights) (i32.shl (local.get $rows) (i32.const 2))))
    (loop $next
      (local.set $at (local.get $from))
      (local.set $weight (local.get $weights))
      (local.set $a (i32x4.splat (i32.const 0x200000))) ;; a half
      (local.set $b (local.get $a))
      (local.set $c (local.get $a))
      (local.set $d (local.get $a))
      (block $done
        (loop $row
          (br_if $done (i32.ge_u (local.get $weight) (local.get $end)))
          (local.set $by (v128.load32_splat (local.get $weight)))
          (local.set $bytes (v128.load (local.get $at)))
          (local.set $low (i16x8.extend_low_i8x16_u (local.get $bytes)))
          (local.set $high (i16x8.extend_high_i8x16_u (local.get $bytes)))
          (local.set $a
            (i32x4.add
              (local.get $a)
              (i32x4.mul (local.get $by) (i32x4.extend_low_i16x8_u (local.get $low)))))
          (local.set $b
            (i32x4.add
              (local.get $b)
              (i32x4.mul (local.get $by) (i32x4.extend_high_i16x8_u (local.get $low)))))
          (local.set $c
            (i32x4.add
              (local.get $c)
              (i32x4.mul (local.get $by) (i32x4.extend_low_i16x8_u (local.get $high)))))
          (local.set $d
            (i32x4.add
              (local.get $d)
              (i32x4.mul (local.get $by) (i32x4.extend_high_i16x8_u (local.get $high)))))
          (local.set $weight (i32.add (local.get $weight) (i32.const 4)))
          (local.set $at (i32.add (local.get $at) (local.get $rowBytes)))
          (br $row)))
      (v128.store
        (local.get $to)
        (call $levels (local.get $a) (local.get $b) (local.get $c) (local.get $d)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $from) (local.get $past))))))
