;; What the maps of a photo hold: their sums, their extremes, how many cells are on, and how often
;; values are in each slot. Cells that are 0, most of them behind a rectifier, are left out at once.
;;
;; map_pass.wasm is this text assembled: deno run -A build/assemble.ts
(module
  (memory (export "memory") 4)

  ;; Where tables lie, which are written before the first call (src/tally/map_pass.ts):
  ;; 0: for each choice of four lanes which bytes bring those that are chosen to the front, [16, 16]
  ;; 256: how many bytes that are, [16]
  ;; 272: lanes of so many cells, from 0 to 3, [4, 16]
  ;; 1024: the slots by the highest 11 bits of a number, in bytes, [2048] of 16 bits

  ;; Where four numbers are the first that equal one, which is there
  (func $find (param $at i32) (param $value f32) (result i32)
    (local $wanted v128) (local $found i32)
    (local.set $wanted (f32x4.splat (local.get $value)))
    (loop $next
      (local.set $found
        (i32x4.bitmask (f32x4.eq (v128.load (local.get $at)) (local.get $wanted))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.eqz (local.get $found))))
    (i32.add
      (i32.sub (local.get $at) (i32.const 16))
      (i32.shl (i32.ctz (local.get $found)) (i32.const 2))))

  ;; Copies the numbers that are finite and not 0 to $to; gives how many others are not finite
  (func $gather (param $at i32) (param $cells i32) (param $to i32)
    (result i32 i32)
    (local $four v128) (local $size v128) (local $others v128) (local $chosen i32)
    (loop $next
      (local.set $four (v128.load (local.get $at)))
      (if (i32.lt_s (local.get $cells) (i32.const 4))
        (then
          (local.set $four
            (v128.and
              (local.get $four)
              (v128.load offset=272 (i32.shl (local.get $cells) (i32.const 4)))))))
      (local.set $size (v128.and (local.get $four) (i32x4.splat (i32.const 0x7fffffff))))
      (local.set $others
        (i32x4.sub
          (local.get $others)
          (i32x4.gt_s (local.get $size) (i32x4.splat (i32.const 0x7f7fffff)))))
      (local.set $chosen
        (i32x4.bitmask
          (v128.and
            (i32x4.gt_s (local.get $size) (i32x4.splat (i32.const 0)))
            (i32x4.gt_s (i32x4.splat (i32.const 0x7f800000)) (local.get $size)))))
      (v128.store
        (local.get $to)
        (i8x16.swizzle
          (local.get $four)
          (v128.load (i32.shl (local.get $chosen) (i32.const 4)))))
      (local.set $to
        (i32.add (local.get $to) (i32.load8_u offset=256 (local.get $chosen))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (local.set $cells (i32.sub (local.get $cells) (i32.const 4)))
      (br_if $next (i32.gt_s (local.get $cells) (i32.const 0))))
    (local.get $to)
    (call $sum (local.get $others)))

  ;; The sum of the four whole numbers of a vector
  (func $sum (param $four v128) (result i32)
    (i32.add
      (i32.add
        (i32x4.extract_lane 0 (local.get $four))
        (i32x4.extract_lane 1 (local.get $four)))
      (i32.add
        (i32x4.extract_lane 2 (local.get $four))
        (i32x4.extract_lane 3 (local.get $four)))))

  ;; The larger of two numbers, and the smaller
  (func $larger (param $a f32) (param $b f32) (result f32)
    (select (local.get $a) (local.get $b) (f32.gt (local.get $a) (local.get $b))))
  (func $smaller (param $a f32) (param $b f32) (result f32)
    (select (local.get $a) (local.get $b) (f32.lt (local.get $a) (local.get $b))))

  ;; Measures more cells of a map, which go on from those before.
  ;; $from: where they lie, at least one
  ;; $base: how many were before
  ;; $counts: how many are in each slot
  ;; $numbers: f64 sum, f64 sum of squares, f32 largest, f32 smallest, i32 cell of the largest, i32 on,
  ;;   i32 not finite
  ;; $to: room for as many and 16 bytes
  (func $measure
    (param $from i32) (param $cells i32) (param $base i32) (param $counts i32) (param $numbers i32)
    (param $to i32)
    (local $end i32) (local $at i32) (local $slot i32) (local $count i32) (local $others i32)
    (local $value f64) (local $sum f64) (local $squares f64)
    (local $four v128) (local $most v128) (local $least v128) (local $on v128)
    (local $largest f32) (local $smallest f32)
    (call $gather (local.get $from) (local.get $cells) (local.get $to))
    (local.set $others)
    (local.set $end)
    (local.set $largest (f32.const -inf))
    (local.set $smallest (f32.const inf))
    (if (i32.gt_u (local.get $end) (local.get $to))
      (then
        (local.set $sum (f64.load offset=0 (local.get $numbers)))
        (local.set $squares (f64.load offset=8 (local.get $numbers)))
        (local.set $at (local.get $to))
        (loop $next
          (local.set $slot
            (i32.add
              (local.get $counts)
              (i32.load16_u offset=1024
                (i32.shl
                  (i32.shr_u (i32.load (local.get $at)) (i32.const 21))
                  (i32.const 1)))))
          (i32.store
            (local.get $slot)
            (i32.add (i32.load (local.get $slot)) (i32.const 1)))
          (local.set $value (f64.promote_f32 (f32.load (local.get $at))))
          (local.set $sum (f64.add (local.get $sum) (local.get $value)))
          (local.set $squares
            (f64.add (local.get $squares) (f64.mul (local.get $value) (local.get $value))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
        (f64.store offset=0 (local.get $numbers) (local.get $sum))
        (f64.store offset=8 (local.get $numbers) (local.get $squares))

        ;; four at a time, the first one behind the last
        (v128.store (local.get $end) (v128.load32_splat (local.get $to)))
        (local.set $most (v128.load32_splat (local.get $to)))
        (local.set $least (local.get $most))
        (local.set $at (local.get $to))
        (loop $next
          (local.set $four (v128.load (local.get $at)))
          (local.set $most (f32x4.pmax (local.get $most) (local.get $four)))
          (local.set $least (f32x4.pmin (local.get $least) (local.get $four)))
          (local.set $on
            (i32x4.sub
              (local.get $on)
              (i32x4.gt_s (local.get $four) (i32x4.splat (i32.const 0)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
        (local.set $count (call $sum (local.get $on)))
        (if (i32.gt_s (i32.load (local.get $to)) (i32.const 0))
          (then
            (local.set $count
              (i32.sub
                (local.get $count)
                (i32.shr_u (i32.sub (local.get $at) (local.get $end)) (i32.const 2))))))
        (i32.store offset=28
          (local.get $numbers)
          (i32.add (i32.load offset=28 (local.get $numbers)) (local.get $count)))
        (local.set $largest
          (call $larger
            (call $larger
              (f32x4.extract_lane 0 (local.get $most))
              (f32x4.extract_lane 1 (local.get $most)))
            (call $larger
              (f32x4.extract_lane 2 (local.get $most))
              (f32x4.extract_lane 3 (local.get $most)))))
        (local.set $smallest
          (call $smaller
            (call $smaller
              (f32x4.extract_lane 0 (local.get $least))
              (f32x4.extract_lane 1 (local.get $least)))
            (call $smaller
              (f32x4.extract_lane 2 (local.get $least))
              (f32x4.extract_lane 3 (local.get $least)))))))
    (i32.store offset=32
      (local.get $numbers)
      (i32.add (i32.load offset=32 (local.get $numbers)) (local.get $others)))

    ;; where some are 0
    (if
      (i32.gt_s
        (i32.sub (local.get $cells) (local.get $others))
        (i32.shr_u (i32.sub (local.get $end) (local.get $to)) (i32.const 2)))
      (then
        (local.set $largest (call $larger (local.get $largest) (f32.const 0)))
        (local.set $smallest (call $smaller (local.get $smallest) (f32.const 0)))))

    ;; Of equal ones the first counts, as 0 has two signs
    (if (f32.gt (local.get $largest) (f32.load offset=16 (local.get $numbers)))
      (then
        (local.set $at (call $find (local.get $from) (local.get $largest)))
        (f32.store offset=16 (local.get $numbers) (f32.load (local.get $at)))
        (i32.store offset=24
          (local.get $numbers)
          (i32.add
            (local.get $base)
            (i32.shr_u (i32.sub (local.get $at) (local.get $from)) (i32.const 2))))))
    (if (f32.lt (local.get $smallest) (f32.load offset=20 (local.get $numbers)))
      (then
        (f32.store offset=20
          (local.get $numbers)
          (f32.load (call $find (local.get $from) (local.get $smallest)))))))

  ;; Measures more cells of so many maps, at least one, which lie one behind the other; likewise
  ;; $counts and $numbers, $countBytes and $numberBytes apart
  (func (export "measureMaps")
    (param $maps i32) (param $from i32) (param $cells i32) (param $base i32)
    (param $counts i32) (param $countBytes i32) (param $numbers i32) (param $numberBytes i32)
    (param $to i32)
    (loop $next
      (call $measure
        (local.get $from) (local.get $cells) (local.get $base) (local.get $counts)
        (local.get $numbers) (local.get $to))
      (local.set $from (i32.add (local.get $from) (i32.shl (local.get $cells) (i32.const 2))))
      (local.set $counts (i32.add (local.get $counts) (local.get $countBytes)))
      (local.set $numbers (i32.add (local.get $numbers) (local.get $numberBytes)))
      (local.set $maps (i32.sub (local.get $maps) (i32.const 1)))
      (br_if $next (local.get $maps)))))
